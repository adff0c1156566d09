'use server';

import { headers } from 'next/headers';
import { audit } from '#drizzle/audit/append.ts';
import { secondFactorsOf } from '#drizzle/queries/second-factors.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import type { FormState } from '../../form-state.ts';
import { attempt } from '../../identity/attempt.ts';
import { identity } from '../../identity/identity.ts';
import { by } from '../../identity/note-sign-in.ts';
import { rightPassword } from '../../identity/right-password.ts';
import { words } from '../../words.ts';

/** Makes ten recovery codes, shown this once; those made before are worth nothing from now on. */
export const makeRecoveryCodes = act(
  'me.make-recovery-codes',
  async (official, _: FormState & { codes?: string[] }, form: FormData): Promise<FormState & { codes?: string[] }> => {
    const { t } = await words();
    const wrong = (sentence: string) => ({ errors: [{ field: 'recovery-password', sentence }] });
    const refused = await rightPassword(official, form.get('password'));
    if (refused) return wrong(refused);
    const has = await secondFactorsOf(database(), official.id);
    if (!has.totp && has.passkeys === 0) return wrong(t('me.factorFirst'));
    const body = { password: String(form.get('password') ?? '') };
    const asked = await headers();
    const { api } = identity();
    // Recovery codes live beside the authenticator's secret; whoever has a key only gets one that counts for nothing.
    const made = has.recovery
      ? await attempt(() => api.generateBackupCodes({ body, headers: asked }))
      : await attempt(() => api.enableTwoFactor({ body: { ...body, method: 'totp' }, headers: asked }));
    if (!made.ok || !('backupCodes' in made.value)) return wrong(t('me.cannotPrepare'));
    await audit(database(), { ...by(official.id), act: 'credential.added', detail: { credential: 'recovery-codes' } });
    return { errors: [], codes: made.value.backupCodes };
  },
);
