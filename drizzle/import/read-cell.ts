import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isInvented } from '#engine/text/invented-contact.ts';

/** What a cell says, or why it cannot be read: a code whose sentence lives in locales under `imports.why`. */
export type CellRead = { value: string | number | boolean | string[] } | { why: string };
/** Reads one trimmed, non-empty cell; `today` is `YYYY-MM-DD`. */
export type CellReader = (cell: string, today: string) => CellRead;

export const readText =
  (most: number): CellReader =>
  (cell) =>
    cell.length > most ? { why: 'too-long' } : { value: cell };

export const readCode: CellReader = (cell) =>
  /^[\p{L}\p{N}._:/-]{1,80}$/u.test(cell) ? { value: cell } : { why: 'not-a-code' };

/** A number with a point or a decimal comma; no thousands, which nobody can tell from decimals. */
export const readNumber: CellReader = (cell) =>
  /^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(cell) ? { value: Number(cell.replace(',', '.')) } : { why: 'not-a-number' };

export const readDegrees =
  (most: number): CellReader =>
  (cell, today) => {
    const read = readNumber(cell, today);
    return 'value' in read && Math.abs(Number(read.value)) > most ? { why: 'not-degrees' } : read;
  };

const yes = new Set(['si', 'sí', 's', 'true', '1', 'x', 'yes', 'y', 'verdadero', 'v']);
const no = new Set(['no', 'n', 'false', '0', 'falso', 'f']);
export const readBoolean: CellReader = (cell) => {
  const word = cell.toLowerCase();
  return yes.has(word) ? { value: true } : no.has(word) ? { value: false } : { why: 'not-yes-or-no' };
};

/** `2026-07-02`, `2/7/2026` or `02-07-2026` (day first, as in Spain). */
export const readDate: CellReader = (cell) => {
  const [, y1, m1, d1, d2, m2, y2] =
    /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))$/.exec(cell) ?? [];
  const [year, month, day] = [Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2)];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (!(year >= 1850 && year <= 2200) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return { why: 'not-a-date' };
  return { value: date.toISOString().slice(0, 10) };
};

export const readBirthDate: CellReader = (cell, today) => {
  const read = readDate(cell, today);
  return 'value' in read && String(read.value) > today ? { why: 'not-born-yet' } : read;
};

/** Values parted by `;`, `|` or `,`. */
export const readList: CellReader = (cell) => {
  const items = cell.split(/[;|,]/).map((item) => item.trim());
  const kept = [...new Set(items.filter(Boolean))];
  return kept.length > 50 || kept.some((item) => item.length > 80) ? { why: 'too-long' } : { value: kept };
};

const channelWords = wordsFor({
  sms: 'sms',
  voice: 'voice voz llamada',
  email: 'email correo',
  push: 'push app',
  letter: 'letter carta',
});
export const readChannels: CellReader = (cell, today) => {
  const read = readList(cell, today);
  if (!('value' in read) || !Array.isArray(read.value)) return read;
  const channels = read.value.map((word) => channelWords.get(word.toLowerCase()));
  return channels.includes(undefined) ? { why: 'not-a-channel' } : { value: [...new Set(channels as string[])] }; // none is undefined
};

export const readKind: CellReader = oneOf('not-a-kind', { person: 'person persona', business: 'business empresa' });

/** A lone `m` is refused: beside `h` it is a woman, beside `f` a man, and a wrong guess would be silent. */
export const readSex: CellReader = oneOf('not-a-sex', { female: 'female mujer f', male: 'male hombre varón h v' });

const languageWords = wordsFor({
  es: 'castellano español',
  ca: 'valencià valenciano català catalán',
  gl: 'gallego galego',
  eu: 'euskera euskara vasco',
  en: 'inglés english',
  ro: 'rumano',
  ar: 'árabe',
  uk: 'ucraniano',
});
export const readLanguage: CellReader = (cell) => {
  const word = cell.toLowerCase();
  const code = languageWords.get(word) ?? word;
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,2}$/.test(code) ? { value: code } : { why: 'not-a-language' };
};

export const readEmail: CellReader = (cell) =>
  cell.length <= 254 && /^[^\s@<>()",;:\\]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i.test(cell)
    ? { value: cell.toLowerCase() }
    : { why: 'not-an-email' };

/** Any phone, kept as E.164; without a prefix it is a Spanish one. */
export const readPhone: CellReader = (cell) => phone(cell, () => true);

/** A phone that may be a mobile; a Spanish landline is refused, because no SMS would arrive. */
export const readMobile: CellReader = (cell) =>
  phone(
    cell,
    (type) => type === undefined || type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE' || type === 'PERSONAL_NUMBER',
  );

function phone(cell: string, fits: (type: string | undefined) => boolean): CellRead {
  const parsed = parsePhoneNumberFromString(cell, 'ES');
  if (parsed && isInvented(parsed.number)) return { value: parsed.number };
  if (!parsed?.isValid()) return { why: 'not-a-phone' };
  return fits(parsed.getType()) ? { value: parsed.number } : { why: 'not-a-mobile' };
}

function oneOf(why: string, words: Record<string, string>): CellReader {
  const values = wordsFor(words);
  return (cell) => {
    const value = values.get(cell.toLowerCase());
    return value === undefined ? { why } : { value };
  };
}

function wordsFor(words: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([value, said]) => said.split(' ').map((word) => [word, value] as const)),
  );
}
