import { postponed } from '../rung-limit.ts';
import { nextOccurrence } from '../time/recurrence.ts';
import { decideArrival } from './decide-arrival.ts';
import type { Walk } from './walk-type.ts';

/** Decisions that one call may take, and of those at one moment: beyond it somebody goes round in circles and waits in attention. */
const MOST_DECISIONS = 10_000;
const MOST_AT_ONCE = 1_000;

/**
 * Lets time pass until `until` (epoch ms): what arrived and what falls due, earliest first; at the same time arrivals
 * before timers, timers by name. Timers due at `until` itself fire only when it is `included`.
 */
export function passTime(walk: Walk, until: number, included: boolean): Walk {
  let at = walk;
  for (let i = 0, since = 0; i < MOST_DECISIONS && i - since < MOST_AT_ONCE; i++) {
    const next = nextOf(at);
    if (!next || next.at > until || (next.timer !== undefined && next.at === until && !included))
      return { ...at, now: Math.max(at.now, until) };
    if (next.at > at.now) since = i;
    at = take({ ...at, now: Math.max(at.now, next.at) }, next);
  }
  return { ...at, status: 'attention', problem: { code: 'endless-journey', severity: 'error' } };
}

/** When a day's rules are next asked: as the day begins in peninsular time, where the crowd's are swept. */
export function nextSweep(after: number): number {
  return nextOccurrence({ every: 'day', time: '00:00', zone: 'Europe/Madrid' }, after);
}

type Next = { at: number; timer?: string; sweep?: true };

function nextOf(walk: Walk): Next | undefined {
  if (walk.status === 'finished' || walk.status === 'stopped') return undefined;
  const arrivals: Next[] = walk.arrivals.slice(0, 1).map(({ at }) => ({ at }));
  const sweeps: Next[] = walk.sweepAt === null ? [] : [{ at: walk.sweepAt, sweep: true }];
  const timers: Next[] =
    walk.status === 'attention'
      ? []
      : Object.entries(walk.timers)
          .sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1))
          .slice(0, 1)
          .map(([timer, at]) => ({ timer, at }));
  return [...arrivals, ...sweeps, ...timers].reduce<Next | undefined>(
    (first, one) => (first === undefined || one.at < first.at ? one : first),
    undefined,
  );
}

function take(walk: Walk, { timer, sweep }: Next): Walk {
  if (sweep)
    return decideArrival(
      { ...walk, sweepAt: nextSweep(walk.now) },
      { event: 'attribute.changed', at: walk.now, data: null },
    );
  if (timer === undefined) {
    const [arrival, ...arrivals] = walk.arrivals;
    return arrival ? decideArrival({ ...walk, arrivals }, arrival) : walk;
  }
  const later = postponedTo(walk, timer);
  if (later !== null) return { ...walk, timers: { ...walk.timers, [timer]: later } };
  return decideArrival(walk, { event: `timer.${timer}`, at: walk.now, data: null });
}

function postponedTo(walk: Walk, timer: string): number | null {
  const delay = walk.world.compiled.delays[timer];
  if (delay?.wait !== 'rung') return null;
  const { node, rung } = delay;
  const message = walk.messages.findLast(
    (one) => one.node === node && one.rung === rung && one.visit === (walk.visits[node] ?? 0),
  );
  return message ? postponed(delay, message, walk.now) : null;
}
