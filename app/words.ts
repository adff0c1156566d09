import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { createTranslator } from 'use-intl/core';
import type { Say } from '#designer/say.ts';
import { formats, type Messages } from '#locales/formats.ts';
import { isSentence } from '#locales/is-sentence.ts';
import { type Locale, messagesFor, pickLocale } from '#locales/locale.ts';
import { officialNow } from './official.ts';

export type Words = {
  locale: Locale;
  t: Say;
  messages: Messages;
  number: (n: number) => string;
  /** A moment in words: date and time, in a zone (Madrid's unless told). */
  moment: (iso: string, zone?: string) => string;
};

/** The sentences of this request, in the official's language. */
export const words = cache(async (): Promise<Words> => {
  const [jar, head] = [await cookies(), await headers()];
  // A page must find its words also while Postgres is away.
  const own = (await officialNow().catch(() => null))?.locale ?? undefined;
  const locale = pickLocale(own ?? jar.get('locale')?.value, head.get('accept-language'));
  const messages = messagesFor(locale);
  const translate = createTranslator({ locale, messages, formats, timeZone });
  const say = (key: string, values?: Record<string, string | number>) => translate(key as never, values as never);
  const t: Say = Object.assign(say, { has: (key: string) => isSentence(translate, key), locale });
  const grouped = new Intl.NumberFormat(locale, { useGrouping: 'always' } as Intl.NumberFormatOptions);
  return { locale, t, messages, number: (n) => grouped.format(n), moment: (iso, zone) => moment(locale, iso, zone) };
});

/** Where the administration is; citizens' times are shown in their own zone. */
export const timeZone = 'Europe/Madrid';

/** «2 jul 2026, 18:32» in the given language and zone. */
export function moment(locale: string, iso: string, zone: string = timeZone): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(
    new Date(iso),
  );
}
