'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { locales } from '#locales/locale.ts';

/** Keeps the official's language and light for a year; anything not offered is left as it was. */
export async function setAppearance(form: FormData): Promise<void> {
  const jar = await cookies();
  const keep = { maxAge: 365 * 86_400, sameSite: 'lax', httpOnly: true, path: '/' } as const;
  const locale = locales.find((one) => one === form.get('locale'));
  if (locale) jar.set('locale', locale, keep);
  const theme = form.get('theme');
  if (theme === 'light' || theme === 'dark') jar.set('theme', theme, keep);
  else if (theme === 'system') jar.delete('theme');
  revalidatePath('/', 'layout');
}
