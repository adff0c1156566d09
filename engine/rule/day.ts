import { Temporal } from 'temporal-polyfill';

export type Day = Temporal.PlainDate;

const plainDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const moment =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)(?:\.[0-9]{1,9})?([Zz]|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?$/;

/**
 * The date that a fact tells: `YYYY-MM-DD`; an RFC 3339 moment as its date in `zone`; a moment without an offset as the
 * date it says. Anything else, and any date that does not exist, is undefined. Twin: `cauce_date`.
 */
export function readDay(value: unknown, zone: string): Day | undefined {
  if (typeof value !== 'string') return undefined;
  if (plainDay.test(value)) return plainDate(value);
  const [, day, time, offset] = moment.exec(value) ?? [];
  if (day === undefined || time === undefined || plainDate(day) === undefined) return undefined;
  if (offset === undefined) return plainDate(day);
  return Temporal.Instant.from(`${day}T${time}${offset.toUpperCase()}`).toZonedDateTimeISO(zone).toPlainDate();
}

/** The date at `now` (epoch milliseconds) in `zone`, which must be a known one. */
export function dayAt(now: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * Whether somebody born on `birth` is between `from` and `to` completed years old on `today`. Who was born on
 * 29 February comes of age on the 28th in other years (Código Civil art. 5.1: the month's last day).
 */
export function isAged(birth: Day, from: number, to: number, today: Day): boolean {
  return (
    isBefore(birth.add({ years: from }), today, 'or-on') && !isBefore(birth.add({ years: to + 1 }), today, 'or-on')
  );
}

/** Whether `a` lies before `b`, or on it when so asked. */
export function isBefore(a: Day, b: Day, reach: 'strictly' | 'or-on' = 'strictly'): boolean {
  const order = Temporal.PlainDate.compare(a, b);
  return order < 0 || (reach === 'or-on' && order === 0);
}

/** The zone to count a citizen's days in: theirs if it is a known IANA name, else `otherwise`. Twin: `cauce_zone`. */
export function knownZone(zone: unknown, otherwise: string): string {
  if (typeof zone !== 'string') return otherwise;
  const remembered = zones.get(zone);
  if (remembered !== undefined) return remembered ? zone : otherwise;
  const known = (zone === 'UTC' || /^[A-Za-z_]+(?:\/[A-Za-z_-]+)+$/.test(zone)) && isZone(zone);
  if (zones.size < 1_000) zones.set(zone, known);
  return known ? zone : otherwise;
}

// Asking for a zone costs some microseconds and a territory has two or three of them.
const zones = new Map<string, boolean>();

function isZone(zone: string): boolean {
  try {
    dayAt(0, zone);
    return true;
  } catch {
    return false;
  }
}

function plainDate(text: string): Day | undefined {
  if (text.startsWith('0000')) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
