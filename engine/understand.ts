import type { Answer } from './node.ts';
import { fold } from './rule/fold.ts';

/**
 * Which answer somebody gave, or `not-understood`. Case, accents and punctuation are forgiven. The whole text counts
 * first (an answer's digit, title or keyword); else the one answer whose digit or keywords it mentions as words. A text
 * that mentions two answers was not understood: a guess could send help to nobody.
 */
export function understand(text: string, answers: readonly Answer[]): string {
  const said = words(text);
  const whole = answers.filter((answer) => phrases(answer).some((phrase) => phrase === said));
  const meant =
    whole.length > 0 ? whole : answers.filter((answer) => phrases(answer).some((phrase) => mentions(said, phrase)));
  return meant.length === 1 ? meant[0]!.id : 'not-understood';
}

/** Everything that counts as this answer, folded: its title, keywords and digit. */
export function phrases({ title, digit, keywords }: Answer): string[] {
  return [title, ...keywords, ...(digit === undefined ? [] : [digit])].map(words).filter((phrase) => phrase !== '');
}

const mentions = (said: string, phrase: string) => ` ${said} `.includes(` ${phrase} `);

/** Folded words with one space between them. */
const words = (text: string) =>
  fold(text.normalize('NFKC').slice(0, 1_000))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
