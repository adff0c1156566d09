'use server';

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { passkeyHolder } from '#drizzle/queries/passkeys.ts';
import { act } from '../act.ts';
import { database } from '../database.ts';
import { attempt } from '../identity/attempt.ts';
import { identity } from '../identity/identity.ts';
import { noteFailedSignIn, noteSignIn, noteThrottled } from '../identity/note-sign-in.ts';
import { forgetPending, pendingOfficial } from '../identity/pending.ts';
import { throttle } from '../identity/throttle.ts';
import { replacingSession } from '../session.ts';
import { words } from '../words.ts';
import { wayBack } from './way-back.ts';

/** What a key is asked to sign; good for five minutes on this browser. */
export const askPasskey = act('session.ask-passkey', async (): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  const options = await identity().api.generatePasskeyAuthenticationOptions({ headers: await headers() });
  return { ...options, userVerification: 'required' };
});

/**
 * Signs in with what a key signed: alone, for it looked at its holder, or as the second factor of whoever gave a password,
 * and then of nobody else. Answers why not.
 */
export const enterByPasskey = act(
  'session.enter-by-passkey',
  async (_, response: AuthenticationResponseJSON, to: string): Promise<string> => {
    const { t } = await words();
    const id = typeof response?.id === 'string' ? response.id.slice(0, 1_000) : '';
    const [holder, pending] = [await passkeyHolder(database(), id), await pendingOfficial()];
    const minutes = await throttle(holder ?? id);
    if (minutes > 0) {
      await noteThrottled(holder);
      return t('signIn.wait', { minutes });
    }
    if (holder === undefined || (pending && pending.officialId !== holder)) return t('signIn.passkeyUnknown');
    const body = { response };
    const asked = await headers();
    const entered = await replacingSession(() =>
      attempt(() => identity().api.verifyPasskeyAuthentication({ body, headers: asked })),
    );
    if (!entered.ok) {
      await noteFailedSignIn(holder, { method: 'passkey', why: entered.code });
      return t(entered.code === 'BLOCKED' ? 'signIn.blocked' : 'signIn.passkeyWrong');
    }
    await noteSignIn(holder, pending ? { method: 'password', second: 'passkey' } : { method: 'passkey' });
    if (pending) await forgetPending();
    redirect(wayBack(to));
  },
);
