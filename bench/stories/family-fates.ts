import { type Dice, diceFrom } from '#drizzle/demonstration/dice.ts';

/** What one family of the school-meal grant does, on which day of the call (0 is the day it opens). */
export type Fate = { ref: string } & (
  | { does: 'files'; by: Door; day: number }
  /** Files only once a reminder is on its way: while it waits in the outbox. */
  | { does: 'files-when-reminded'; by: Door }
  | { does: 'lacks-papers'; day: number; bringsOn: number | null }
  | { does: 'no-longer-applies'; day: number }
  | { does: 'gets-longer' }
  | { does: 'nothing' }
);
/** How a filing reaches us: as an event over the API, or as a line of a file. */
export type Door = 'event' | 'file';

/** The fates of these families, by their `ref`: the same seed gives the same fates. */
export function fatesOf(refs: readonly string[], seed: number): Fate[] {
  const dice = diceFrom(seed);
  return refs.map((ref) => ({ ref, ...fate(dice) }));
}

function fate(dice: Dice) {
  const by: Door = dice.happens(0.5) ? 'event' : 'file';
  const day = 1 + dice.throw() * 56;
  const does = dice.weighted([
    [34, 'files'],
    [30, 'files-when-reminded'],
    [10, 'lacks-papers'],
    [4, 'no-longer-applies'],
    [4, 'gets-longer'],
    [18, 'nothing'],
  ] as const);
  if (does === 'files') return { does, by, day };
  if (does === 'files-when-reminded') return { does, by };
  if (does === 'lacks-papers') return { does, day, bringsOn: dice.happens(0.5) ? day + 2 + dice.throw() * 10 : null };
  if (does === 'no-longer-applies') return { does, day };
  return { does };
}
