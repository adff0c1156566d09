'use server';

import { revalidatePath } from 'next/cache';
import { audit } from '#drizzle/audit/append.ts';
import { endSessions } from '#drizzle/queries/sessions.ts';
import { isId } from '#engine/is-id.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { by } from '../../identity/note-sign-in.ts';

/** Ends one session of the official's own; somebody else's id ends nothing. */
export const endSession = act('me.end-session', async (official, form: FormData) => {
  const id = String(form.get('id') ?? '');
  const sessions = isId(id) ? await endSessions(database(), official.id, { only: id }) : 0;
  if (sessions > 0) await audit(database(), { ...by(official.id), act: 'session.revoked', detail: { sessions } });
  revalidatePath('/me');
});

/** Ends every session of the official but this one. */
export const endOtherSessions = act('me.end-other-sessions', async (official) => {
  const sessions = await endSessions(database(), official.id, { but: official.session.id });
  if (sessions > 0) await audit(database(), { ...by(official.id), act: 'session.revoked', detail: { sessions } });
  revalidatePath('/me');
});
