'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { act } from '../../act.ts';
import type { FormState } from '../../form-state.ts';
import { attempt } from '../../identity/attempt.ts';
import { identity } from '../../identity/identity.ts';
import { noteFailedSignIn, noteSignIn, noteThrottled } from '../../identity/note-sign-in.ts';
import { pendingOfficial } from '../../identity/pending.ts';
import { calm, firstTime, throttle } from '../../identity/throttle.ts';
import { words } from '../../words.ts';
import { wayBack } from '../way-back.ts';

/** The second factor as a code: six figures of an authenticator, or a recovery code, which is used up. */
export const giveCode = act('session.give-code', async (_, __: FormState, form: FormData): Promise<FormState> => {
  const { t } = await words();
  const pending = await pendingOfficial();
  if (!pending) redirect('/sign-in');
  const recovery = form.get('kind') === 'recovery';
  const code = String(form.get('code') ?? '')
    .replace(/\s/g, '')
    .slice(0, 40);
  const wrong = (sentence: string): FormState => ({ errors: [{ field: 'code', sentence }] });
  if (!recovery && !/^\d{6}$/.test(code)) return wrong(t('signIn.codeNeeded'));
  if (recovery && code === '') return wrong(t('signIn.recoveryNeeded'));
  const minutes = await throttle(pending.officialId);
  if (minutes > 0) {
    await noteThrottled(pending.officialId);
    return wrong(t('signIn.wait', { minutes }));
  }
  const { api } = identity();
  const asked = { body: { code }, headers: await headers() };
  // A code of an authenticator holds for a while; who looked over a shoulder must not use it again.
  if (!recovery && !(await firstTime(`${pending.officialId} ${code}`, 2))) return wrong(t('signIn.codeUsed'));
  const given = await attempt<unknown>(() => (recovery ? api.verifyBackupCode(asked) : api.verifyTOTP(asked)));
  const second = recovery ? 'recovery-code' : 'totp';
  if (!given.ok) {
    await noteFailedSignIn(pending.officialId, { method: second, why: given.code });
    return wrong(t(sentences[given.code] ?? (recovery ? 'signIn.recoveryWrong' : 'signIn.codeWrong')));
  }
  await noteSignIn(pending.officialId, { method: 'password', second });
  await calm(pending.officialId);
  redirect(wayBack(form.get('to')));
});

const sentences: Partial<Record<string, string>> = {
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'signIn.startAgain',
  INVALID_TWO_FACTOR_COOKIE: 'signIn.startAgain',
  ACCOUNT_TEMPORARILY_LOCKED: 'signIn.locked',
  BLOCKED: 'signIn.blocked',
};
