import type { CapAlert, CapInfo } from './cap-alert.ts';

/** One thing that an alert warns of, told in one or several languages (BCP 47); blocks of one language may be several areas. */
export type CapEvent = { languages: Record<string, CapInfo[]> };

/**
 * The info blocks of an alert by event and language: blocks that tell the same event in other languages are one event,
 * never one alert per language. Events are told apart by their event codes; without codes, by their turn in each language.
 */
export function textsOf({ info }: CapAlert): CapEvent[] {
  const events = new Map<string, CapEvent>();
  const turns = new Map<string, number>();
  for (const block of info) {
    const turn = turns.get(block.language) ?? 0;
    turns.set(block.language, turn + 1);
    const codes = block.eventCode.map(({ valueName, value }) => `${valueName}=${value.split(';')[0]}`);
    const key = codes.length > 0 ? codes.sort().join(' ') : `turn ${turn}`;
    const event = events.get(key) ?? { languages: Object.create(null) as CapEvent['languages'] };
    (event.languages[block.language] ??= []).push(block);
    events.set(key, event);
  }
  return [...events.values()];
}
