import type { Problem } from '../../problem.ts';
import { baseOf, type Lint, plainWords } from './passage.ts';
import { sentences } from './sentences.ts';
import { syllables } from './syllables.ts';

/** The levels of the INFLESZ scale (Barrio-Cantalejo, 2008), hardest first: below each bound lies the level. */
const levels = [
  { below: 40, level: 'very-hard' },
  { below: 55, level: 'hard' },
  { below: 65, level: 'normal' },
  { below: 80, level: 'easy' },
] as const;
export type Level = (typeof levels)[number]['level'] | 'very-easy';

/** Too few words say nothing about how hard a text is. */
const fewestWords = 20;

/**
 * How easily a Spanish text reads (Szigriszt-Pazos: 206.835 − 62.3 × syllables per word − words per sentence), from 0 to
 * 100 and its INFLESZ level; null for fewer than 20 words.
 */
export function inflesz(text: string): { score: number; level: Level } | null {
  const spoken = sentences(text);
  const words = spoken.flat();
  if (words.length < fewestWords) return null;
  const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
  const raw = 206.835 - 62.3 * perWord - words.length / spoken.length;
  const score = Math.round(Math.max(0, Math.min(100, raw)));
  return { score, level: levels.find(({ below }) => score < below)?.level ?? 'very-easy' };
}

/** Spanish that INFLESZ calls hard. Easy read is held to its own name: it must be easy. */
export const lintReadability: Lint = ({ language, body }) => {
  if (baseOf(language) !== 'es') return [];
  const read = inflesz(plainWords(body));
  const least = language.includes('easy') || language.includes('facil') ? 65 : 55;
  if (!read || read.score >= least) return [];
  return [{ code: 'text-hard-to-read', severity: 'warning', params: { score: read.score, least } }];
};

/** More words than this in one breath lose the reader (UNE-ISO 24495-1 asks for short sentences; gov.uk counts 25). */
export const longestSentence = 30;

/** The longest sentence, where it is too long. */
export const lintSentences: Lint = ({ body }) => {
  const longest = sentences(plainWords(body)).reduce<string[]>(
    (long, one) => (one.length > long.length ? one : long),
    [],
  );
  if (longest.length <= longestSentence) return [];
  const problem: Problem = {
    code: 'text-long-sentence',
    severity: 'warning',
    params: { words: longest.length, most: longestSentence, begins: longest.slice(0, 6).join(' ') },
  };
  return [problem];
};
