import type { z } from 'zod';
import type { Node } from '../journey.ts';
import { parseConfig } from '../node-config.ts';
import { kindOf } from '../nodes/index.ts';
import type { Problem } from '../problem.ts';
import type { Subject } from './subject.ts';

/** Ids used twice, kinds nobody knows, configs that cannot be read, ports named twice, and what each kind says of its own. */
export function checkNodes({ journey, readable }: Subject): Problem[] {
  const seen = new Set<string>();
  return journey.nodes.flatMap((node): Problem[] => {
    if (seen.has(node.id)) return [{ code: 'node-twice', severity: 'error', node: node.id }];
    seen.add(node.id);
    const kind = kindOf(node.kind);
    if (!kind) return [{ code: 'unknown-kind', severity: 'error', node: node.id, params: { kind: node.kind } }];
    const read = readable.get(node.id);
    if (!read) return unreadable(node);
    return [...portsTwice(node, read.ports), ...(kind.lint?.(read.config, node, journey) ?? [])];
  });
}

function unreadable(node: Node): Problem[] {
  const kind = kindOf(node.kind);
  const parsed = kind && parseConfig(kind, node);
  if (!parsed || parsed.ok) return [];
  return parsed.issues.slice(0, 20).map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return { ...said(issue), severity: 'error', node: node.id, path };
  });
}

/** What can be put right by its own words is told so; the rest names its place and what the schema says. */
function said(issue: z.core.$ZodIssue): Pick<Problem, 'code' | 'params'> {
  const where = issue.path.map(String).join('.') || 'config';
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return { code: 'field-missing' };
  if (issue.code === 'too_small')
    return {
      code: issue.origin === 'number' ? 'field-too-small' : 'field-empty',
      params: { least: Number(issue.minimum) },
    };
  if (issue.code === 'too_big')
    return {
      code: issue.origin === 'number' ? 'field-too-big' : 'field-too-long',
      params: { most: Number(issue.maximum) },
    };
  if (issue.code === 'invalid_union' || issue.code === 'invalid_type') return { code: 'field-unreadable' };
  return { code: 'config', params: { where, why: issue.message } };
}

function portsTwice(node: Node, ports: string[]): Problem[] {
  const twice = ports.find((port, i) => ports.indexOf(port) !== i);
  return twice === undefined ? [] : [{ code: 'port-twice', severity: 'error', node: node.id, params: { port: twice } }];
}
