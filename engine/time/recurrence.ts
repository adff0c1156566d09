import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf, localOf, localTimeSchema, zoneSchema } from './zone.ts';

const at = { time: localTimeSchema, zone: zoneSchema };
const dayOfMonth = z.int().min(1).max(31);

/** A calendar rule: daily, weekly (weekdays 1 Monday … 7 Sunday), monthly or yearly at a local time; day 31 is the last day of a shorter month. */
export const recurrenceSchema = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), ...at }),
  z.strictObject({ every: z.literal('week'), weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), ...at }),
  z.strictObject({ every: z.literal('month'), day: dayOfMonth, ...at }),
  z.strictObject({ every: z.literal('year'), month: z.int().min(1).max(12), day: dayOfMonth, ...at }),
]);
export type Recurrence = z.infer<typeof recurrenceSchema>;

/** The first occurrence (epoch ms) of a calendar rule strictly after an instant. */
export function nextOccurrence(rule: Recurrence, after: number): number {
  const today = Temporal.PlainDate.from(localOf(after, rule.zone).date);
  for (const day of candidates(rule, today)) {
    const occurrence = instantOf(day.toString(), rule.time, rule.zone);
    if (occurrence > after) return occurrence;
  }
  throw new RangeError(`A ${rule.every} rule without an occurrence`);
}

// The day before is looked at too: a missing hour may move an occurrence past midnight.
function* candidates(rule: Recurrence, today: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (rule.every === 'day' || rule.every === 'week') {
    for (let offset = -1; offset <= 8; offset++) {
      const day = today.add({ days: offset });
      if (rule.every === 'day' || rule.weekdays.includes(day.dayOfWeek)) yield day;
    }
    return;
  }
  const step = rule.every === 'month' ? { months: 1 } : { years: 1 };
  const month = rule.every === 'month' ? today.month : rule.month;
  let first = today.with({ month, day: 1 }).subtract(step);
  for (let turn = 0; turn < 4; turn++, first = first.add(step))
    yield first.with({ day: rule.day }, { overflow: 'constrain' });
}
