import type { Say } from '#designer/say.ts';

/** What a language of texts is called: our own words for those of the house, else the browser's. */
export function languageName(t: Say, language: string): string {
  const key = `textLanguage.${language}`;
  if (t.has(key)) return t(key);
  return new Intl.DisplayNames([t.locale], { type: 'language' }).of(language) ?? language;
}
