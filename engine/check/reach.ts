import { kindOf } from '../nodes/index.ts';
import type { Problem } from '../problem.ts';
import { closure } from './closure.ts';
import type { Subject } from './subject.ts';

/** No trigger, no end, nodes that nobody enters, and nodes from which no end can be reached. */
export function checkReach({ journey, readable, edges }: Subject): Problem[] {
  const problems: Problem[] = [];
  const triggers = [...readable.values()].filter(({ kind }) => kind.entry).map(({ node }) => node.id);
  const ends = [...readable.values()].filter(({ kind }) => kind.group === 'end').map(({ node }) => node.id);
  // A start that cannot be read yet is told so where it stands.
  const drawn = journey.nodes.some(({ kind }) => kindOf(kind)?.entry);
  if (!drawn) problems.push({ code: 'no-trigger', severity: 'error' });
  if (ends.length === 0) problems.push({ code: 'no-end', severity: 'error' });
  const entered = closure(triggers, edges);
  const ending = closure(
    ends,
    edges.map(({ from, to }) => ({ from: to, to: from })),
  );
  for (const { id } of journey.nodes) {
    if (triggers.length > 0 && !entered.has(id))
      problems.push({ code: 'unreachable-node', severity: 'error', node: id });
    // A node whose ports lead nowhere is told so port by port.
    else if (ends.length > 0 && !ending.has(id) && edges.some(({ from }) => from === id))
      problems.push({ code: 'dead-end', severity: 'error', node: id });
  }
  return problems;
}
