import type { Span } from '#engine/when/span.ts';
import type { Say } from '../say.ts';
import { sayDuration } from '../say.ts';

const day = 86_400_000;

/** From when to when, as the ruler shows it: «Día 0», «15 minutos», «Día 12 a 19», «desde el día 2». */
export function sayRange(say: Say, from: Span, to: Span | null): string {
  const isTime = from.natural > 0 && from.natural < day;
  if (to === null)
    return isTime
      ? say('ruler.openTime', { time: sayDuration(say, from.natural) })
      : say('ruler.openDay', { n: days(from) });
  const first = isTime ? sayDuration(say, from.natural) : say('ruler.day', { n: days(from) });
  if (from.natural === to.natural) return first;
  const last = to.natural < day ? sayDuration(say, to.natural) : say('ruler.untilDay', { n: days(to) });
  return isTime || days(from) !== days(to) ? say('ruler.range', { from: first, to: last }) : first;
}

const days = ({ natural }: Span) => Math.round(natural / day);

/** The working days in it, which make it a range: «10 días hábiles»; empty where there are none. */
export function sayWorkingDays(say: Say, from: Span, to: Span | null): string {
  const n = (to ?? from).workingDays || from.workingDays;
  return n > 0 ? say('ruler.workingDays', { n }) : '';
}
