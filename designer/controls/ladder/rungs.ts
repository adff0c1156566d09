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
  return { id, channel, to: 'citizen', ...usual(channel) };
}

/** The attempt on another channel. What fits a letter alone does not stay with what is none, nor the other way round. */
export function onChannel(rung: DraftRung, channel: string): DraftRung {
  if ((channel === 'letter') === (rung.channel === 'letter')) return { ...rung, channel };
  const { answer: _, enough: __, ...rest } = rung;
  return { ...rest, channel, ...usual(channel) } as DraftRung; // the rest keeps its name and whom it is for
}

/** A letter takes days, and that it left is all that is ever heard of it. */
const usual = (channel: string) =>
  channel === 'letter' ? { answer: { days: 10 }, enough: 'accepted' } : { answer: { hours: 48 } };

export const isChannel = (name: string): name is Channel => channels.some((channel) => channel === name);

/** Names the machine needs for itself (engine/lint-ladder.ts). */
const reserved = ['pick', 'asked', 'asking', 'out', 'left'];
