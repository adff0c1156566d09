'use server';

import { headers } from 'next/headers';
import { audit } from '#drizzle/audit/append.ts';
import { endSessions } from '#drizzle/queries/sessions.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import type { FormState } from '../../form-state.ts';
import { attempt } from '../../identity/attempt.ts';
import { identity } from '../../identity/identity.ts';
import { by } from '../../identity/note-sign-in.ts';
import { rightPassword } from '../../identity/right-password.ts';
import { weakPassword } from '../../identity/weak-password.ts';
import { words } from '../../words.ts';

/** Changes the password and ends every other session of the official. */
export const changePassword = act(
  'me.change-password',
  async (official, _: FormState & { done?: boolean }, form: FormData): Promise<FormState & { done?: boolean }> => {
    const { t } = await words();
    const refused = await rightPassword(official, form.get('password'));
    if (refused) return { errors: [{ field: 'password', sentence: refused }] };
    const [currentPassword, newPassword] = [String(form.get('password') ?? ''), String(form.get('fresh') ?? '')];
    const weak = weakPassword(newPassword, official);
    if (weak) return { errors: [{ field: 'fresh', sentence: t(`password.${weak}`) }] };
    const asked = await headers();
    const changed = await attempt(() =>
      identity().api.changePassword({ body: { currentPassword, newPassword }, headers: asked }),
    );
    if (!changed.ok) return { errors: [{ field: 'password', sentence: t('me.passwordWrong') }] };
    await endSessions(database(), official.id, { but: official.session.id });
    await audit(database(), { ...by(official.id), act: 'credential.added', detail: { credential: 'password' } });
    return { errors: [], done: true };
  },
);
