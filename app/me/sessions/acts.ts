'use server';

import { revalidatePath } from 'next/cache';
import { endSessions } from '#drizzle/queries/sessions.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { isId } from '../../is-id.ts';

/** Ends one session of the official's own; somebody else's id ends nothing. */
export const endSession = act('me.end-session', async (official, form: FormData) => {
  const id = String(form.get('id') ?? '');
  if (isId(id)) await endSessions(database(), official.id, { only: id });
  revalidatePath('/me');
});

/** Ends every session of the official but this one. */
export const endOtherSessions = act('me.end-other-sessions', async (official) => {
  await endSessions(database(), official.id, { but: official.session.id });
  revalidatePath('/me');
});
