import { headers } from 'next/headers';
import { secondFactorsOf } from '#drizzle/queries/second-factors.ts';
import { database } from '../database.ts';
import type { Official } from '../official.ts';
import { words } from '../words.ts';
import { attempt } from './attempt.ts';
import { identity } from './identity.ts';
import { calm, throttle } from './throttle.ts';

/**
 * Asks for the password again before something that a thief at an open screen would like to change: why it is refused, or
 * undefined. Whoever has none (signed in by provider or key only) is not asked.
 */
export async function rightPassword(official: Official, given: FormDataEntryValue | null): Promise<string | undefined> {
  const { t } = await words();
  const has = await secondFactorsOf(database(), official.id);
  if (!has.password) return undefined;
  if (typeof given !== 'string' || given === '') return t('signIn.passwordNeeded');
  const minutes = await throttle(official.email);
  if (minutes > 0) return t('signIn.wait', { minutes });
  const asked = await headers();
  const right = await attempt(() => identity().api.verifyPassword({ body: { password: given }, headers: asked }));
  if (!right.ok) return t('me.passwordWrong');
  await calm(official.email);
  return undefined;
}
