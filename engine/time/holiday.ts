import local2026 from './holidays/local-2026.json' with { type: 'json' };
import local2027 from './holidays/local-2027.json' with { type: 'json' };
import spain2026 from './holidays/spain-2026.json' with { type: 'json' };
import spain2027 from './holidays/spain-2027.json' with { type: 'json' };
import { communityOf } from './province.ts';

/** A day off in a scope: `ES`, `CCAA:10` (autonomous community) or `INE:46118` (municipality). */
export type Holiday = { date: string; scope: string; name: string; provisional?: boolean };

/** Answers which days are off, and whether a scope has a calendar for a year at all. */
export type HolidayCalendar = {
  isHoliday: (date: string, scopes: readonly string[]) => boolean;
  covers: (year: number, scope: string) => boolean;
};

/** The holidays of Spain that Cauce brings; `holidays/README.md` says where they come from and which are provisional. */
export const holidaysOfSpain: readonly Holiday[] = [...spain2026, ...spain2027, ...local2026, ...local2027];

/** A calendar over rows; a scope is covered in a year as soon as one row of that year names it. */
export function holidayCalendar(rows: readonly Holiday[]): HolidayCalendar {
  const days = new Set(rows.map(({ date, scope }) => `${date} ${scope}`));
  const years = new Set(rows.map(({ date, scope }) => `${Number(date.slice(0, 4))} ${scope}`));
  return {
    isHoliday: (date, scopes) => scopes.some((scope) => days.has(`${date} ${scope}`)),
    covers: (year, scope) => years.has(`${year} ${scope}`),
  };
}

/** The scopes whose holidays are off in a municipality, widest first; undefined if the INE code is none. */
export function scopesOf(municipality: string): string[] | undefined {
  const community = communityOf(municipality);
  return community ? ['ES', `CCAA:${community}`, `INE:${municipality}`] : undefined;
}
