import type { CompiledExit } from './compile.ts';
import type { Delay } from './delay.ts';
import type { Reading } from './reading.ts';
import { reads } from './rule/reads.ts';

/**
 * What may move a resting member without an event of theirs: the attributes that stop rules, goals and date waits read,
 * and whether those rules change with the date.
 */
export function watches(
  exits: CompiledExit[],
  readings: Record<string, Reading>,
  delays: Record<string, Delay>,
): { watches: string[]; sweeps: boolean } {
  const names = new Set<string>();
  let sweeps = false;
  for (const { reading } of exits) {
    const asked = reading === null ? undefined : readings[reading];
    if (asked?.ask === 'flag') names.add(asked.flag);
    if (asked?.ask !== 'rule') continue;
    const found = reads(asked.rule);
    found.attributes.forEach((name) => names.add(name));
    sweeps ||= found.sweeps;
  }
  for (const delay of Object.values(delays))
    if (delay.wait === 'until' && delay.fact.startsWith('citizen.')) names.add(delay.fact.slice('citizen.'.length));
  return { watches: [...names].sort(), sweeps };
}
