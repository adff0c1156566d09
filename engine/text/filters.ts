import { Temporal } from 'temporal-polyfill';

/** What a text may say of a value: a filter takes the value and its written arguments, and never throws. */
export type Filter = (value: unknown, argument?: unknown) => unknown;

/** Language (BCP 47) and time zone in which dates, hours and amounts are written. */
export type Wording = { language: string; zone: string };

/** The white list of filters, by name; all others are a Problem. */
export const FILTER_NAMES = [
  'upcase',
  'downcase',
  'capitalize',
  'strip',
  'default',
  'date',
  'time',
  'number',
  'euros',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The filters for one language and zone. `date` takes "short" (2/7/2026), "long" (2 de julio de 2026) or "weekday" (jueves, 2 de julio). */
export function filtersFor({ language, zone }: Wording): Record<FilterName, Filter> {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const euros = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  const dates = new Map(
    STYLES.flatMap(([name, style]) =>
      [zone, 'UTC'].map((timeZone) => [
        `${name} ${timeZone}`,
        new Intl.DateTimeFormat(language, { ...style, timeZone }),
      ]),
    ),
  );

  const instant: (name: string) => Filter = (name) => (value) => {
    const read = readTime(value);
    if (read === undefined) return value;
    return spaced(
      (dates.get(`${name} ${read.plain ? 'UTC' : zone}`) ?? (dates.get(`long ${zone}`) as Intl.DateTimeFormat)).format(
        read.at,
      ),
    );
  };
  return {
    upcase: (value) => words(value).toLocaleUpperCase(language),
    downcase: (value) => words(value).toLocaleLowerCase(language),
    capitalize: (value) => {
      const [first = '', ...rest] = words(value);
      return first.toLocaleUpperCase(language) + rest.join('').toLocaleLowerCase(language);
    },
    strip: (value) => words(value).trim(),
    default: (value, otherwise) =>
      value === undefined || value === null || value === '' || value === false ? otherwise : value,
    date: (value, style) => instant(style === 'short' || style === 'weekday' ? style : 'long')(value),
    time: instant('time'),
    number: (value) => (isNumber(value) ? spaced(number.format(Number(value))) : value),
    euros: (value) => (isNumber(value) ? spaced(euros.format(Number(value))) : value),
  };
}

/** A value as it is written when no filter says otherwise. */
export function words(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(words).join('');
  return typeof value === 'object' ? '' : String(value);
}

const STYLES: [string, Intl.DateTimeFormatOptions][] = [
  ['short', { day: 'numeric', month: 'numeric', year: 'numeric' }],
  ['long', { day: 'numeric', month: 'long', year: 'numeric' }],
  ['weekday', { weekday: 'long', day: 'numeric', month: 'long' }],
  ['time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }],
];

// The no-break spaces of formatted dates and amounts would turn a whole SMS into UCS-2.
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const isNumber = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(value);

/** A calendar date (`2026-07-02`), an instant with offset, or epoch milliseconds. */
function readTime(value: unknown): { at: number; plain: boolean } | undefined {
  if (typeof value === 'number' && Math.abs(value) <= 8.64e15) return { at: value, plain: false };
  if (typeof value !== 'string') return undefined;
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      return { at: Temporal.PlainDate.from(value).toZonedDateTime('UTC').epochMilliseconds, plain: true };
    }
    return /^\d{4}-\d\d-\d\dT/.test(value)
      ? { at: Temporal.Instant.from(value).epochMilliseconds, plain: false }
      : undefined;
  } catch {
    return undefined;
  }
}
