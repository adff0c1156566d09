'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { renderSVG } from 'uqr';
import { audit } from '#drizzle/audit/append.ts';
import { forgetAuthenticator, secondFactorsOf, settleSecondFactor } from '#drizzle/queries/second-factors.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import type { FormState } from '../../form-state.ts';
import { attempt } from '../../identity/attempt.ts';
import { identity } from '../../identity/identity.ts';
import { by } from '../../identity/note-sign-in.ts';
import { rightPassword } from '../../identity/right-password.ts';
import { replacingSession } from '../../session.ts';
import { words } from '../../words.ts';

/** What an authenticator needs: a picture to point at, the same as text to type, and the recovery codes that come with it. */
export type Setup = { picture: string; secret: string; codes: string[] };

/** Prepares an authenticator; it counts once a code of it has been given. */
export const prepareAuthenticator = act(
  'me.prepare-authenticator',
  async (official, _: FormState & { setup?: Setup }, form: FormData): Promise<FormState & { setup?: Setup }> => {
    const { t } = await words();
    const refused = await rightPassword(official, form.get('password'));
    if (refused) return { errors: [{ field: 'authenticator-password', sentence: refused }] };
    const body = { password: String(form.get('password') ?? ''), method: 'totp' as const };
    const asked = await headers();
    const enabled = await attempt(() => identity().api.enableTwoFactor({ body, headers: asked }));
    if (!enabled.ok || enabled.value.method !== 'totp')
      return { errors: [{ field: 'authenticator-password', sentence: t('me.cannotPrepare') }] };
    const { totpURI, backupCodes } = enabled.value;
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    const setup = {
      picture: `data:image/svg+xml,${encodeURIComponent(renderSVG(totpURI, { border: 2 }))}`,
      secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
      codes: backupCodes,
    };
    return { errors: [], setup };
  },
);

/** Takes the first code of an authenticator: from now on it is asked for after the password. */
export const confirmAuthenticator = act(
  'me.confirm-authenticator',
  async (official, _: FormState & { done?: boolean }, form: FormData): Promise<FormState & { done?: boolean }> => {
    const { t } = await words();
    const body = { code: String(form.get('code') ?? '').replace(/\s/g, '') };
    const asked = await headers();
    const confirmed = /^\d{6}$/.test(body.code)
      ? await replacingSession(() => attempt(() => identity().api.verifyTOTP({ body, headers: asked })))
      : { ok: false };
    if (!confirmed.ok) return { errors: [{ field: 'code', sentence: t('signIn.codeWrong') }] };
    await audit(database(), { ...by(official.id), act: 'credential.added', detail: { credential: 'totp' } });
    return { errors: [], done: true };
  },
);

/** Forgets the authenticator, unless it is the only second factor. */
export const dropAuthenticator = act(
  'me.drop-authenticator',
  async (official, _: FormState, form: FormData): Promise<FormState> => {
    const { t } = await words();
    const wrong = (sentence: string): FormState => ({ errors: [{ field: 'authenticator-password', sentence }] });
    const refused = await rightPassword(official, form.get('password'));
    if (refused) return wrong(refused);
    const has = await secondFactorsOf(database(), official.id);
    if (has.passkeys === 0) return wrong(t('me.onlyOne'));
    await forgetAuthenticator(database(), official.id);
    await settleSecondFactor(database(), official.id);
    await audit(database(), { ...by(official.id), act: 'credential.removed', detail: { credential: 'totp' } });
    revalidatePath('/me');
    return { errors: [] };
  },
);
