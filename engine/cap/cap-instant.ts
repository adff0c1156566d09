import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** An instant as CAP tells it: epoch milliseconds, and the text it was written in. */
export const capInstantSchema = z.strictObject({ at: z.int(), text: z.string().max(60) });
export type CapInstant = z.infer<typeof capInstantSchema>;

/** What is loose about a time that could be read all the same. */
export type TimeNote = 'cap-time-zulu' | 'cap-time-without-offset' | 'cap-time-fraction';

const strict = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
const loose = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads a CAP 1.2 dateTime (`2026-07-02T16:28:03-00:00`). `Z`, fractions of a second and a missing offset (taken as UTC)
 * are read with a note; anything else is undefined.
 */
export function readCapInstant(text: string): { instant: CapInstant; notes: TimeNote[] } | undefined {
  const [whole, date, minutes, seconds = ':00', fraction = '', offset = ''] = loose.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const notes: TimeNote[] = [];
  if (!strict.test(text)) {
    if (/^z$/i.test(offset)) notes.push('cap-time-zulu');
    if (offset === '') notes.push('cap-time-without-offset');
    if (fraction !== '') notes.push('cap-time-fraction');
  }
  try {
    const at = Temporal.Instant.from(`${date}T${minutes}${seconds}${fraction}${offset || 'Z'}`).epochMilliseconds;
    return { instant: { at, text }, notes };
  } catch {
    return undefined;
  }
}

/** An instant as CAP 1.2 writes it, whole seconds in UTC: `-00:00`, never `Z`. */
export function capInstant(at: number): CapInstant {
  const text = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });
  return { at, text: text.replace('Z', '-00:00') };
}

/** Whether a time is written as CAP 1.2 demands. */
export function isStrictCapTime(text: string): boolean {
  return strict.test(text);
}
