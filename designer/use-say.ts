'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { isSentence } from '#locales/is-sentence.ts';
import type { Say } from './say.ts';

/** The sentences of the page, as the rest of the designer asks for them; the same function until the language changes. */
export function useSay(): Say {
  const t = useTranslations();
  const locale = useLocale();
  return useMemo(() => {
    const say = (key: string, values?: Record<string, string | number>) => t(key as never, values as never); // keys are data
    return Object.assign(say, { has: (key: string) => isSentence(t, key), locale });
  }, [t, locale]);
}
