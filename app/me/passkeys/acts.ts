'use server';

import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { audit } from '#drizzle/audit/append.ts';
import { removePasskey } from '#drizzle/queries/passkeys.ts';
import { secondFactorsOf, settleSecondFactor } from '#drizzle/queries/second-factors.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { idOf } from '../../id-of.ts';
import { attempt } from '../../identity/attempt.ts';
import { identity } from '../../identity/identity.ts';
import { by } from '../../identity/note-sign-in.ts';
import { beginSession } from '../../session.ts';
import { words } from '../../words.ts';

/** What a new key is asked to make; or why not now. */
export const askNewPasskey = act(
  'me.ask-new-passkey',
  async (): Promise<{ options: PublicKeyCredentialCreationOptionsJSON } | { problem: string }> => {
    const asked = await headers();
    const options = await attempt(() => identity().api.generatePasskeyRegistrationOptions({ headers: asked }));
    return options.ok ? { options: options.value } : { problem: (await words()).t('me.notFresh') };
  },
);

/** Keeps a new key under its name; a session begun by password alone has proven itself by it. Answers why not. */
export const addPasskey = act(
  'me.add-passkey',
  async (official, response: RegistrationResponseJSON, name: string): Promise<string | undefined> => {
    const { t } = await words();
    const body = {
      response,
      name: String(name).trim().slice(0, 60) || t('me.passkeyName', { n: official.passkeys + 1 }),
    };
    const asked = await headers();
    const added = await attempt(() => identity().api.verifyPasskeyRegistration({ body, headers: asked }));
    if (!added.ok) return t(added.code === 'SESSION_NOT_FRESH' ? 'me.notFresh' : 'me.passkeyRefused');
    await settleSecondFactor(database(), official.id);
    await audit(database(), { ...by(official.id), act: 'credential.added', detail: { credential: 'passkey' } });
    if (official.session.method === 'password') await beginSession(official.id, 'passkey');
    revalidatePath('/me');
    return undefined;
  },
);

/** Forgets a key, unless it is the only second factor. */
export const dropPasskey = act('me.drop-passkey', async (official, form: FormData) => {
  const has = await secondFactorsOf(database(), official.id);
  if (has.passkeys > 1 || has.totp) {
    await removePasskey(database(), official.id, idOf(form, 'id'));
    await settleSecondFactor(database(), official.id);
    await audit(database(), { ...by(official.id), act: 'credential.removed', detail: { credential: 'passkey' } });
  }
  revalidatePath('/me');
});
