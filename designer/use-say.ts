'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { isSentence } from '#locales/is-sentence.ts';
import type { Say } from './say.ts';

/** How many sentences are remembered at most: those of a journey of five hundred steps. */
const most = 4_000;

/**
 * The sentences of the page, as the rest of the designer asks for them; the same function until the language changes. The
 * cards of a large journey say much the same: what was said once is not put together again.
 */
export function useSay(): Say {
  const t = useTranslations();
  const locale = useLocale();
  return useMemo(() => {
    const said = new Map<string, string>();
    const known = new Map<string, boolean>();
    const say = (key: string, values?: Record<string, string | number>) => {
      const asked = values ? `${key} ${JSON.stringify(values)}` : key;
      const before = said.get(asked);
      if (before !== undefined) return before;
      const sentence = t(key as never, values as never); // keys are data
      if (said.size >= most) said.clear();
      said.set(asked, sentence);
      return sentence;
    };
    const has = (key: string) => {
      const is = known.get(key) ?? isSentence(t, key);
      if (known.size < most) known.set(key, is);
      return is;
    };
    return Object.assign(say, { has, locale });
  }, [t, locale]);
}
