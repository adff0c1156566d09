import { addWorkingDays, type Term } from '#engine/time/working-days.ts';
import type { Walk } from '#engine/walk/walk-type.ts';

/** The end of so many working days from now, where this person lives and the body has its seat. */
export function workingDaysLater({ now, person, world }: Walk, days: number): Term {
  const lives = person.citizen['municipality'];
  const municipality = typeof lives === 'string' ? lives : null;
  return addWorkingDays(now, days, { municipality, seat: world.journey.seat }, world.calendar);
}
