import { MAX_ITERATIONS } from '../decide.ts';
import type { Edge } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { closure } from './closure.ts';
import type { Readable, Subject } from './subject.ts';

/**
 * Circles without a wait, and ways so long that XState would not be let to their end. For these only ports count that may
 * be taken in the instant of entering: a ladder that reaches nobody is passed at once, and so is a wait for a past date.
 * For circles also those that machines take a moment later: a message that follows its own receipt would be sent for ever.
 */
export function checkHaste({ journey, readable, edges }: Subject): Problem[] {
  const leaving = (ports: (readable: Readable) => readonly string[]) =>
    edges.filter(({ from, port }) => {
      const source = readable.get(from);
      return source && !source.kind.entry && ports(source).includes(port);
    });
  const passing = leaving(passed);
  const hasty = leaving((source) => [...passed(source), ...(source.kind.hurries?.(source.config) ?? [])]);
  const problems: Problem[] = [];
  const circling = new Set<string>();
  for (const { id } of journey.nodes) {
    if (circling.has(id)) continue;
    const after = closure(
      hasty.filter(({ from }) => from === id).map(({ to }) => to),
      hasty,
    );
    if (!after.has(id)) continue;
    problems.push({ code: 'cycle-without-wait', severity: 'error', node: id });
    circling.add(id);
    for (const other of after) if (closure([other], hasty).has(id)) circling.add(other);
  }
  if (circling.size > 0) return problems;
  const far = farthest(
    journey.nodes.map(({ id }) => id),
    passing,
  );
  // Each node takes at most two of XState's steps.
  return far.steps * 2 < MAX_ITERATIONS ? [] : [{ code: 'too-long-without-wait', severity: 'error', node: far.from }];
}

const passed = ({ kind, config, ports }: Readable) => (kind.rests ? (kind.passes?.(config) ?? []) : ports);

/** The longest way along edges without circles. */
function farthest(ids: string[], edges: Edge[]): { from: string; steps: number } {
  const known = new Map<string, number>();
  const stepsFrom = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const steps = 1 + Math.max(0, ...edges.filter(({ from }) => from === id).map(({ to }) => stepsFrom(to)));
    known.set(id, steps);
    return steps;
  };
  return ids
    .map((from) => ({ from, steps: stepsFrom(from) }))
    .reduce((far, way) => (way.steps > far.steps ? way : far), { from: '', steps: 0 });
}
