import type { Compiled } from './compile.ts';
import type { Delay } from './delay.ts';
import type { Journey } from './journey.ts';

/**
 * How long a journey lasts (ms) for whoever takes its longest way, to choose a drill's scale: the greatest sum of waits
 * over a way that visits no node twice. Limits of `wait-for` do not count, since what is awaited may come at any time, and
 * neither do dates of citizens, which the journey does not know. At least a minute.
 */
export function journeyLengthMs(journey: Journey, compiled: Compiled): number {
  const length = new Map(journey.nodes.map((node) => [node.id, nodeLength(node, compiled)]));
  const next = new Map<string, Set<string>>();
  for (const { from, to } of journey.edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const open = new Set<string>();
  let steps = 0;
  const longestFrom = (id: string): number => {
    // Ways through a tangle may be too many to try: after a hundred thousand steps the longest so far must do.
    if (open.has(id) || (steps += 1) > 100_000) return 0;
    open.add(id);
    const rest = Math.max(0, ...[...(next.get(id) ?? [])].map(longestFrom));
    open.delete(id);
    return (length.get(id) ?? 0) + rest;
  };
  const targets = new Set(journey.edges.map(({ to }) => to));
  const starts = journey.nodes.filter(({ id }) => !targets.has(id));
  return Math.max(60_000, ...starts.map(({ id }) => longestFrom(id)));
}

function nodeLength({ id, kind, config }: Journey['nodes'][number], compiled: Compiled): number {
  if (kind === 'wait-for') return 0;
  const lengths = Object.entries(compiled.delays)
    .filter(([timer]) => timer.startsWith(`${id}.`))
    .map(([, delay]) => delayLength(delay));
  const total = lengths.reduce((sum, ms) => sum + ms, 0);
  return config['order'] === 'parallel' ? Math.max(0, ...lengths) : total;
}

const day = 86_400_000;

function delayLength(delay: Delay): number {
  switch (delay.wait) {
    case 'duration':
      return delay.ms;
    case 'rung':
      return delay.answerMs;
    case 'working-days':
      return Math.ceil((delay.days * 7) / 5) * day;
    case 'working-hours':
      // Offices work six hours a day; what fits in one of them is taken as it stands.
      return delay.hours <= 6 ? delay.hours * 3_600_000 : ((delay.hours / 6) * 7 * day) / 5;
    case 'allowed':
      return day / 2;
    case 'now':
    case 'until':
      return 0;
  }
}
