'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { setLocale } from '#drizzle/queries/set-locale.ts';
import { locales } from '#locales/locale.ts';
import { act } from './act.ts';
import { database } from './database.ts';

/** Keeps language and light for a year, and the language with the official who is signed in; anything not offered is left as it was. */
export const setAppearance = act('appearance.set', async (official, form: FormData) => {
  const jar = await cookies();
  const keep = { maxAge: 365 * 86_400, sameSite: 'lax', httpOnly: true, path: '/' } as const;
  const locale = locales.find((one) => one === form.get('locale'));
  if (locale) {
    jar.set('locale', locale, keep);
    if (official) await setLocale(database(), official.id, locale);
  }
  const theme = form.get('theme');
  if (theme === 'light' || theme === 'dark') jar.set('theme', theme, keep);
  else if (theme === 'system') jar.delete('theme');
  revalidatePath('/', 'layout');
});
