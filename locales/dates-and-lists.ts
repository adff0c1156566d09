/**
 * Dates and lists as `Intl` writes them, also in Galician and Basque, of which Chromium knows nothing: there it would write
 * them in the browser's own language, and otherwise than the server did. Whatever a browser draws asks here.
 */
type Names = { months: readonly string[]; weekdays: readonly string[]; shortWeekdays: readonly string[] };

const names: Record<string, Names> = {
  gl: {
    months: 'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro'.split(' '),
    weekdays: 'luns martes mércores xoves venres sábado domingo'.split(' '),
    shortWeekdays: 'lun mar mér xov ven sáb dom'.split(' '),
  },
  eu: {
    months: 'urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua'.split(' '),
    weekdays: 'astelehena asteartea asteazkena osteguna ostirala larunbata igandea'.split(' '),
    shortWeekdays: 'al. ar. az. og. or. lr. ig.'.split(' '),
  },
};
const joined: Record<string, Record<'conjunction' | 'disjunction', string>> = {
  gl: { conjunction: 'e', disjunction: 'ou' },
  eu: { conjunction: 'eta', disjunction: 'edo' },
};

/** What writes moments (Date or epoch ms) in this language; the options are those of `Intl.DateTimeFormat`. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): { format: (at?: Date | number) => string } {
  const known = names[locale];
  if (!known) return new Intl.DateTimeFormat(locale, options);
  const { timeZone } = options;
  const figures = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(timeZone !== undefined && { timeZone }),
  });
  const wanted = whatIsWanted(options);
  return {
    format: (at) => {
      const part = Object.fromEntries(figures.formatToParts(at).map(({ type, value }) => [type, value]));
      const time = wanted.time && [part['hour'], part['minute'], ...(wanted.seconds ? [part['second']] : [])].join(':');
      return [sayDate(locale, known, part, wanted), time].filter(Boolean).join(', ');
    },
  };
}

/** What joins parts into «a, b y c» or «a, b o c» in this language. */
export function listFormat(
  locale: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): { format: (parts: string[]) => string } {
  const word = joined[locale]?.[type];
  if (word === undefined) return new Intl.ListFormat(locale, { type });
  return {
    format: (parts) =>
      parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`,
  };
}

type Wanted = ReturnType<typeof whatIsWanted>;

const monthOf = { full: 'long', long: 'long', medium: 'short', short: 'numeric' } as const;

/** What the options ask for, whether by style or one by one. */
function whatIsWanted({ dateStyle, timeStyle, ...single }: Intl.DateTimeFormatOptions) {
  return {
    weekday: dateStyle === 'full' ? ('long' as const) : single.weekday,
    day: dateStyle !== undefined || single.day !== undefined,
    month: dateStyle === undefined ? single.month : monthOf[dateStyle],
    year: dateStyle !== undefined || single.year !== undefined,
    time: timeStyle !== undefined || single.hour !== undefined,
    seconds: (timeStyle !== undefined && timeStyle !== 'short') || single.second !== undefined,
  };
}

function sayDate(locale: string, known: Names, part: Record<string, string>, wanted: Wanted): string {
  const weekday = sayWeekday(known, part['weekday'] ?? '', wanted.weekday);
  const year = wanted.year ? (part['year'] ?? '') : '';
  if (wanted.month === 'numeric' || wanted.month === '2-digit') {
    const figures = [year, part['month'] ?? '', part['day'] ?? ''].filter(Boolean);
    return (locale === 'eu' ? figures : figures.toReversed()).join('/');
  }
  const name = known.months[Number(part['month']) - 1] ?? '';
  const month = wanted.month === undefined ? '' : wanted.month === 'long' ? name : `${name.slice(0, 3)}.`;
  const day = wanted.day ? String(Number(part['day'])) : '';
  if (locale === 'eu') {
    const long = wanted.month === 'long' && day !== '';
    const date = [year && (long ? `${year}(e)ko` : year), long ? `${month}ren` : month, long ? `${day}(a)` : day];
    return [date.filter(Boolean).join(' '), weekday].filter(Boolean).join(', ');
  }
  return [weekday, [day, month, year].filter(Boolean).join(' de ')].filter(Boolean).join(', ');
}

const inEnglish = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function sayWeekday(known: Names, english: string, form: Wanted['weekday']): string {
  const at = inEnglish.indexOf(english);
  if (form === undefined) return '';
  if (form === 'short') return known.shortWeekdays[at] ?? '';
  const name = known.weekdays[at] ?? '';
  return form === 'narrow' ? name.slice(0, 1).toUpperCase() : name;
}
