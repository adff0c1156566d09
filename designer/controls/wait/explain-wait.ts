import type { z } from 'zod';
import { delayDue } from '#engine/delay-due.ts';
import { delay, untilSchema } from '#engine/nodes/wait/wait.ts';
import type { CitizenFacts } from '#engine/person.ts';
import type { Problem } from '#engine/problem.ts';
import { knownZone } from '#engine/rule/day.ts';
import { holidayCalendar, holidaysOfSpain } from '#engine/time/holiday.ts';
import { type SkippedDay, skippedDays } from '#engine/time/skipped-days.ts';
import { addDays, localOf } from '#engine/time/zone.ts';

export type ExplainedWait =
  | { ok: true; at: number; zone: string; skipped: SkippedDay[] }
  | { ok: false; problem: Problem };

const calendar = holidayCalendar(holidaysOfSpain);

/** When a wait that begins now would end for one person, and which days did not count; null while it cannot be read. */
export function explainWait(
  until: unknown,
  citizen: CitizenFacts,
  { now, seat }: { now: number; seat: string },
): ExplainedWait | null {
  const read = untilSchema.safeParse(until);
  if (!read.success) return null;
  const zone = knownZone(citizen['zone'], 'Europe/Madrid');
  const due = delayDue(delay(read.data), { facts: { citizen, member: {}, event: null, now, zone }, seat, calendar });
  if (!due.ok) return due;
  return { ok: true, at: due.at, zone, skipped: skippedOf(read.data, citizen, { now, seat, at: due.at, zone }) };
}

type Place = { now: number; seat: string; at: number; zone: string };

function skippedOf(
  until: z.infer<typeof untilSchema>,
  citizen: CitizenFacts,
  { now, seat, at, zone }: Place,
): SkippedDay[] {
  if (until.for !== 'working-days') return [];
  const municipality = typeof citizen['municipality'] === 'string' ? citizen['municipality'] : null;
  // The term is over at the end of its last day, which is midnight of the next.
  const lastDay = addDays(localOf(at, zone).date, -1);
  return skippedDays(now, lastDay, { municipality, seat });
}
