import { createTranslator } from 'use-intl/core';
import { formats } from './formats.ts';
import { isSentence } from './is-sentence.ts';
import { type Locale, messagesFor } from './locale.ts';

/** Turns a key of locales/ and its values into a sentence of one language; `has` says whether there is one. */
export type Translate = {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
  locale: Locale;
};

/** The sentences of a language, for answers that are no page: the API and the command line. */
export function translator(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const translate = createTranslator({ locale, messages: messagesFor(locale), formats, timeZone: 'Europe/Madrid' });
  const say = (key: string, values?: Record<string, string | number>) => translate(key as never, values as never);
  const made = Object.assign(say, { has: (key: string) => isSentence(translate, key), locale });
  translators.set(locale, made);
  return made;
}

const translators = new Map<Locale, Translate>();
