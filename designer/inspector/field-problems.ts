import type { Problem } from '#engine/problem.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { factTitle } from '../controls/facts/fact-choices.ts';
import type { Say } from '../say.ts';
import type { InspectorContext } from './context.ts';

/** A problem beside its field: `path` leads from the field to its place, and the sentence is the one told everywhere. */
export type FieldProblem = { severity: 'error' | 'warning'; path: (string | number)[]; sentence: string };

/** The problem with the names that officials read in place of an attribute's or a fact's own. */
export function withNames(problem: Problem, context: Pick<InspectorContext, 'journey' | 'house' | 'say'>): Problem {
  const { attribute, fact, purpose } = problem.params ?? {};
  if (typeof attribute !== 'string' && typeof fact !== 'string') return problem;
  const named = context.house.purposes.find(({ code }) => code === purpose)?.title;
  return {
    ...problem,
    params: {
      ...problem.params,
      ...(typeof attribute === 'string' && { attribute: factTitle(context, `citizen.${attribute}`) }),
      ...(typeof fact === 'string' && { fact: factTitle(context, fact) }),
      ...(named && { purpose: named }),
    },
  };
}

/** The problems of a node (or of the journey: `node` undefined) that lie at `path` or below it. */
export function problemsAt(
  say: Say,
  problems: readonly Problem[],
  node: string | undefined,
  path: readonly (string | number)[],
): FieldProblem[] {
  return problems
    .filter((problem) => problem.node === node && path.every((step, i) => problem.path?.[i] === step))
    .map((problem) => ({
      severity: problem.severity,
      path: (problem.path ?? []).slice(path.length),
      sentence: sayProblem(say, beside(problem)),
    }));
}

/** Beside its field the place of what cannot be read need not be named. */
const beside = (problem: Problem): Problem =>
  problem.code === 'config' ? { ...problem, code: 'field-unreadable', params: {} } : problem;

/** The problems of a node that no field owns: about the step as a whole. */
export function problemsOfWhole(
  say: Say,
  problems: readonly Problem[],
  node: string,
  fields: readonly string[],
): FieldProblem[] {
  return problems
    .filter((problem) => problem.node === node)
    .filter(({ path }) => path?.[0] !== 'texts' && !fields.includes(String(path?.[0] ?? '')))
    .map((problem) => ({
      severity: problem.severity,
      path: problem.path ?? [],
      sentence: sayProblem(say, problem),
    }));
}

/** Those that lie under a place within the field, seen from there. */
export function under(problems: readonly FieldProblem[], ...path: (string | number)[]): FieldProblem[] {
  return problems
    .filter((problem) => path.every((step, i) => problem.path[i] === step))
    .map((problem) => ({ ...problem, path: problem.path.slice(path.length) }));
}
