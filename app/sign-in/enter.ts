'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { officialWithEmail } from '#drizzle/queries/official-with-email.ts';
import { act } from '../act.ts';
import { database } from '../database.ts';
import type { FormState } from '../form-state.ts';
import { attempt } from '../identity/attempt.ts';
import { identity } from '../identity/identity.ts';
import { noteFailedSignIn, noteSignIn, noteThrottled } from '../identity/note-sign-in.ts';
import { calm, throttle } from '../identity/throttle.ts';
import { replacingSession } from '../session.ts';
import { words } from '../words.ts';
import { wayBack } from './way-back.ts';

const given = z.object({ email: z.email().max(200), password: z.string().min(1).max(128) });

/**
 * Signs in with e-mail and password, on to the second factor where there is one. Never says which of the two was wrong, nor
 * whether anybody has that address.
 */
export const enter = act('session.enter', async (_, __: FormState, form: FormData): Promise<FormState> => {
  const { t } = await words();
  const to = wayBack(form.get('to'));
  const kept = { email: String(form.get('email') ?? '').slice(0, 200) };
  const read = given.safeParse({ email: kept.email.trim(), password: form.get('password') });
  if (!read.success) {
    const fields = read.error.issues.map(({ path }) => String(path[0]));
    return { kept, errors: fields.map((field) => ({ field, sentence: t(`signIn.${field}Needed`) })) };
  }
  const { email, password } = read.data;
  const minutes = await throttle(email);
  const known = await officialWithEmail(database(), email);
  if (minutes > 0) {
    await noteThrottled(known);
    return { kept, errors: [{ field: 'email', sentence: t('signIn.wait', { minutes }) }] };
  }
  const before = await headers();
  const signedIn = await replacingSession(() =>
    attempt(() => identity().api.signInEmail({ body: { email, password }, headers: before })),
  );
  if (!signedIn.ok) {
    await noteFailedSignIn(known, { method: 'password', why: signedIn.code });
    const sentence = t(signedIn.code === 'BLOCKED' ? 'signIn.blocked' : 'signIn.wrong');
    return { kept, errors: [{ field: 'email', sentence }] };
  }
  await calm(email);
  const owesSecond = 'twoFactorRedirect' in signedIn.value;
  if (!owesSecond && known !== undefined) await noteSignIn(known, { method: 'password' });
  redirect(owesSecond ? `/sign-in/second?to=${encodeURIComponent(to)}` : to);
});
