'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { audit } from '#drizzle/audit/append.ts';
import { transaction } from '#drizzle/database.ts';
import { createFirstAdministrator, hasNoAdministrator, keepPassword } from '#drizzle/queries/first-administrator.ts';
import { invitationOf, useInvitation } from '#drizzle/queries/invitations.ts';
import { firstUnit } from '#drizzle/queries/units.ts';
import { act } from '../../../act.ts';
import { database } from '../../../database.ts';
import type { FormState } from '../../../form-state.ts';
import { identity } from '../../../identity/identity.ts';
import { by, noteSignIn } from '../../../identity/note-sign-in.ts';
import { throttle } from '../../../identity/throttle.ts';
import { weakPassword } from '../../../identity/weak-password.ts';
import { beginSession } from '../../../session.ts';
import { words } from '../../../words.ts';

const given = z.object({
  unit: z.string().trim().min(2).max(120),
  dir3: z.union([z.literal(''), z.string().regex(/^[A-Z]{1,2}\d{7,8}$/)]),
  name: z.string().trim().min(2).max(120),
  email: z
    .email()
    .max(200)
    .transform((text) => text.toLowerCase()),
});

/** Uses up an address that works once: keeps the password, makes the first administrator where it is for that, and signs in. */
export const welcome = act('session.welcome', async (_, __: FormState, form: FormData): Promise<FormState> => {
  const { t } = await words();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const kept = { unit: text('unit'), dir3: text('dir3').toUpperCase(), name: text('name'), email: text('email') };
  const wrong = (field: string, sentence: string): FormState => ({ kept, errors: [{ field, sentence }] });
  const minutes = await throttle(`invitation ${text('token')}`);
  if (minutes > 0) return wrong('password', t('signIn.wait', { minutes }));
  const invitation = await invitationOf(database(), text('token'));
  if (!invitation || (invitation.official === null && !(await hasNoAdministrator(database()))))
    redirect(`/sign-in/welcome/${encodeURIComponent(text('token'))}`);
  const { official } = invitation;
  const founding = official === null && (await firstUnit(database())) === undefined;
  const asked = given.pick({
    ...(founding && { unit: true, dir3: true }),
    ...(official === null && { name: true, email: true }),
  });
  const read = asked.safeParse(kept);
  if (!read.success)
    return {
      kept,
      errors: read.error.issues.map(({ path }) => ({
        field: String(path[0]),
        sentence: t(`welcome.wrong-${String(path[0])}`),
      })),
    };
  const who = official ?? { name: kept.name, email: kept.email.toLowerCase() };
  const password = String(form.get('password') ?? '');
  const weak = weakPassword(password, who);
  if (weak) return wrong('password', t(`password.${weak}`));
  const hash = await (await identity().$context).password.hash(password);
  const unit = founding ? { name: kept.unit, dir3: kept.dir3 || null } : null;
  const id = await transaction(database(), async (tx) => {
    if (!(await useInvitation(tx, text('token')))) return undefined;
    const mine = official?.id ?? (await createFirstAdministrator(tx, { ...who, unit }));
    await keepPassword(tx, mine, hash);
    if (official === null)
      await audit(tx, { ...by(mine), act: 'official.created', detail: { how: 'first-administrator' } });
    return mine;
  });
  if (id === undefined) redirect(`/sign-in/welcome/${encodeURIComponent(text('token'))}`);
  await beginSession(id, 'password');
  await noteSignIn(id, { method: 'one-time-address' });
  redirect('/me?need=second-factor');
});
