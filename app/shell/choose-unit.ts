'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { act } from '../act.ts';

/** Narrows lists to one of the official's own units; to all of them, with a unit that is none of theirs. */
export const chooseUnit = act('unit.choose', async ({ grants }, form: FormData) => {
  const unit = form.get('unit');
  const jar = await cookies();
  const own = typeof unit === 'string' && grants.some(({ unitId }) => unitId === unit);
  if (own) jar.set('unit', unit, { maxAge: 365 * 86_400, sameSite: 'lax', httpOnly: true, path: '/' });
  else jar.delete('unit');
  revalidatePath('/', 'layout');
});
