'use server';

import { touchSession } from '#drizzle/queries/sessions.ts';
import { env } from '#env';
import { act } from './act.ts';
import { database } from './database.ts';
import { leftOf, type SessionLeft } from './session-left.ts';

/** How long the session still lasts; null when it is over. Asking is no sign of life. */
export const sessionLeft = act('session.left', async (official): Promise<SessionLeft | null> => {
  return official && leftOf(official);
});

/** A sign of life: the idle limit is counted from now. */
export const stay = act('session.stay', async (official): Promise<SessionLeft | null> => {
  if (!official) return null;
  await touchSession(database(), official.session.id);
  return leftOf(official, Date.now() + env().SESSION_IDLE_MINUTES * 60_000);
});
