import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** What a schema says of a field, in words that can stand beside it; the rest names its place and what the schema says. */
export function fieldProblem(issue: z.core.$ZodIssue): Pick<Problem, 'code' | 'params'> {
  const where = issue.path.map(String).join('.') || 'config';
  const isNumber = 'origin' in issue && (issue.origin === 'number' || issue.origin === 'int');
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return { code: 'field-missing' };
  if (issue.code === 'too_small')
    return {
      code: isNumber ? 'field-too-small' : 'field-empty',
      params: { least: Number(issue.minimum) },
    };
  if (issue.code === 'too_big')
    return {
      code: isNumber ? 'field-too-big' : 'field-too-long',
      params: { most: Number(issue.maximum) },
    };
  if (issue.code === 'invalid_union' || issue.code === 'invalid_type') return { code: 'field-unreadable' };
  return { code: 'config', params: { where, why: issue.message } };
}
