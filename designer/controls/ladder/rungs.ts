import type { Channel } from '#engine/journey.ts';
import { channels } from '#engine/journey.ts';
import { listOf, recordOf, slugFrom, textOf } from '../read-value.ts';

/** A rung as it is being written: what cannot be read of it is kept as it is. */
export type DraftRung = Record<string, unknown> & { id: string; channel: string; to: 'citizen' | 'carer' };

export function rungsOf(value: unknown): DraftRung[] {
  return listOf(value).map((raw) => {
    const rung = recordOf(raw);
    return {
      ...rung,
      id: textOf(rung['id']),
      channel: textOf(rung['channel']),
      to: rung['to'] === 'carer' ? 'carer' : 'citizen',
    };
  });
}

/** A new attempt on a channel, under a name of its own. */
export function newRung(channel: Channel, rungs: readonly DraftRung[]): DraftRung {
  const id = slugFrom(channel, [...reserved, ...rungs.map((rung) => rung.id)], channel);
  // A letter takes days, and that it left is all that is ever heard of it.
  const own = channel === 'letter' ? { answer: { days: 10 }, enough: 'accepted' } : { answer: { hours: 48 } };
  return { id, channel, to: 'citizen', ...own };
}

export const isChannel = (name: string): name is Channel => channels.some((channel) => channel === name);

/** Names the machine needs for itself (engine/lint-ladder.ts). */
const reserved = ['pick', 'asked', 'asking', 'out', 'left'];
