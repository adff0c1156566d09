import { type Holiday, holidaysOfSpain, scopesOf } from './holiday.ts';
import { addDays, localOf, weekdayOf, zoneOf } from './zone.ts';

/** A day that a term in working days does not count: a weekend (`holiday` null) or a holiday, and whose. */
export type SkippedDay = { date: string; holiday: { name: string; scope: string } | null };

/**
 * The days that do not count between an instant (epoch ms) and the last day of a term, holidays of the citizen's place and
 * of the body's seat alike; a holiday on a weekend is told as a weekend.
 */
export function skippedDays(
  from: number,
  lastDay: string,
  { municipality, seat }: { municipality: string | null; seat: string },
  rows: readonly Holiday[] = holidaysOfSpain,
): SkippedDay[] {
  const scopes = [municipality, seat].flatMap((code) => (code === null ? [] : (scopesOf(code) ?? [])));
  const off = new Map(rows.filter(({ scope }) => scopes.includes(scope)).map((row) => [row.date, row]));
  const skipped: SkippedDay[] = [];
  let day = addDays(localOf(from, zoneOf(municipality ?? seat)).date, 1);
  for (; day < lastDay; day = addDays(day, 1)) {
    const row = off.get(day);
    if (weekdayOf(day) > 5) skipped.push({ date: day, holiday: null });
    else if (row) skipped.push({ date: day, holiday: { name: row.name, scope: row.scope } });
  }
  return skipped;
}
