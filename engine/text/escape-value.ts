/** Where a text is read: each has other things that a value must not smuggle in. */
export type Medium = 'sms' | 'voice' | 'text' | 'html';

/** The longest value of each medium, in 16-bit units before HTML escaping. */
export const LONGEST_VALUE: Readonly<Record<Medium, number>> = { sms: 100, voice: 200, text: 500, html: 500 };

/**
 * Makes a citizen's value harmless inside an official's text: one line, no link (schemes, domains, addresses are broken
 * up; where values meet, `meet` sees to it), no markup, no invisible or direction-changing character, and not too long.
 */
export function escapeValue(value: string, medium: Medium): string {
  const safe = PLAIN.test(value) && value.length <= LONGEST_VALUE[medium] ? value : harmless(value, medium);
  return medium === 'html' ? safe.replace(/[&"']/g, (character) => ENTITY[character] as string) : safe;
}

/**
 * A text with what follows: a value after the official's words, their words after a value. Two amounts or dates that would
 * become an address where they meet (`1.5` and `1.5.26`) are kept apart by a space.
 */
export function meet(text: string, next: string): string {
  if (!FIGURE.test(text.slice(-1)) || !FIGURE.test(next.slice(0, 1))) return text + next;
  const run = `${/[\d.]*$/.exec(text.slice(-LONGEST_RUN))?.[0]}${/^[\d.]*/.exec(next)?.[0]}`;
  return ADDRESS.test(run) ? `${text} ${next}` : text + next;
}

const FIGURE = /[\d.]/;
const ADDRESS = /\d\.\d+\.\d+\.\d/;
/** Characters of a run of figures and dots that are looked at. */
const LONGEST_RUN = 40;

// Nearly every name, code, amount and hour is of this kind: words of letters and figures, with nothing to do.
const PLAIN = /^[\p{L}\p{N}]*(?:[ '’-][\p{L}\p{N}]+)*$/u;

const ENTITY: Record<string, string> = { '&': '&amp;', '"': '&quot;', "'": '&#39;' };

function harmless(value: string, medium: Medium): string {
  const cut = value
    .replace(/[\p{Zl}\p{Zp}\p{Zs}\s\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[。．｡․]/g, '.')
    .replace(/[：]/g, ':')
    .replace(/[／⁄∕\\＼]/g, '/')
    .replace(/[@＠﹫]/g, '(a)')
    .replace(/[<[{＜‹«]/g, '(')
    .replace(/[>\]}＞›»]/g, ')')
    .slice(0, LONGEST_VALUE[medium])
    .replace(/[\ud800-\udbff]$/, '');
  const still = medium === 'voice' ? cut.replace(/&/g, ' ') : cut;
  return still
    .replace(/:(?=[^\d\s])/g, ': ')
    .replace(/(?<!\d):(?=\d)/g, ': ')
    .replace(/(?<![\p{L}\p{N}])\/+|\/{2,}/gu, '')
    .replace(/[\d.]*\d[\d.]*|\.+/g, (run, at: number, whole: string) =>
      dots(run, whole[at - 1], whole[at + run.length]),
    )
    .replace(/ {2,}/g, ' ')
    .replace(/^[ .:/]+|[ .:/]+$/g, '');
}

/** Keeps the dots of an amount or a date (at most two, between figures, no letter beside them); breaks up all others. */
function dots(run: string, before: string | undefined, after: string | undefined): string {
  if (!run.includes('.')) return run;
  const beside = /[\p{L}\p{N}_-]/u;
  const isNumber = /^\d+(?:\.\d+){1,2}$/.test(run);
  if (isNumber && !beside.test(before ?? ' ') && !beside.test(after ?? ' ')) return run;
  return run.replace(/\.+(?=.)/g, '. ').replace(/\.$/, after === undefined || after === ' ' ? '.' : '. ');
}
