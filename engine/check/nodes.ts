import { fieldProblem } from '../field-problem.ts';
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
    return { ...fieldProblem(issue), severity: 'error', node: node.id, path };
  });
}

function portsTwice(node: Node, ports: string[]): Problem[] {
  const twice = ports.find((port, i) => ports.indexOf(port) !== i);
  return twice === undefined ? [] : [{ code: 'port-twice', severity: 'error', node: node.id, params: { port: twice } }];
}
