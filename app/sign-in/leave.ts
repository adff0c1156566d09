'use server';

import { redirect } from 'next/navigation';
import { audit } from '#drizzle/audit/append.ts';
import { act } from '../act.ts';
import { database } from '../database.ts';
import { by } from '../identity/note-sign-in.ts';
import { leaveSession } from '../session.ts';

/** Signs out and leads back to the door. */
export const leave = act('session.leave', async (official) => {
  await leaveSession();
  if (official) await audit(database(), { ...by(official.id), act: 'sign-out.done' });
  redirect('/sign-in');
});
