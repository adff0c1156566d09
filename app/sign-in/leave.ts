'use server';

import { redirect } from 'next/navigation';
import { act } from '../act.ts';
import { leaveSession } from '../session.ts';

/** Signs out and leads back to the door. */
export const leave = act('session.leave', async () => {
  await leaveSession();
  redirect('/sign-in');
});
