import { kindWords } from '#engine/nodes/words.ts';
import ca from './ca.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import eu from './eu.json' with { type: 'json' };
import type { Messages } from './formats.ts';
import gl from './gl.json' with { type: 'json' };

export const locales = ['es', 'ca', 'gl', 'eu', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The language for an official: the cookie's if it is one of ours, else the best of Accept-Language, else Spanish. */
export function pickLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = Number(
        params
          .find((param) => param.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.toLowerCase().split('-')[0], quality };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLocale) ?? 'es';
}

/** Every sentence in one language, those that node kinds bring included; what a kind does not say in it is said in Spanish. */
export function messagesFor(locale: Locale): Messages {
  const spanish = merge(es, kindWords('es'));
  return locale === 'es' ? spanish : merge(merge(spanish, kindWords(locale)), { ca, en, eu, gl }[locale]);
}

/** One tree of sentences over another. */
export function merge(under: Messages, over: Messages): Messages {
  const result: Messages = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = typeof value === 'object' && typeof below === 'object' ? merge(below, value) : value;
  }
  return result;
}

const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value);
