'use server';

import { redirect } from 'next/navigation';
import { demonstrationOfficials } from '#drizzle/queries/demonstration-officials.ts';
import { act } from '../act.ts';
import { database } from '../database.ts';
import { isDemonstration } from '../demonstration.ts';
import { noteSignIn } from '../identity/note-sign-in.ts';
import { beginSession } from '../session.ts';
import { wayBack } from './way-back.ts';

/** Enters as an invented official of the demonstration; anywhere else, and for anybody else, it leads back to the door. */
export const enterAs = act('session.enter-as', async (_, form: FormData) => {
  const known = isDemonstration() ? await demonstrationOfficials(database()) : [];
  const chosen = known.find(({ id }) => id === form.get('official'));
  if (!chosen) redirect('/sign-in');
  await beginSession(chosen.id, 'demonstration');
  await noteSignIn(chosen.id, { method: 'demonstration' });
  redirect(wayBack(form.get('to')));
});
