'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { confirmChange, dropChange } from '#drizzle/changes/decide-change.ts';
import { changeKind } from '#drizzle/changes/index.ts';
import { changeOwner } from '#drizzle/queries/change-list.ts';
import { isId } from '#engine/is-id.ts';
import { relyingParty } from '#relying-party';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import type { FormState } from '../../form-state.ts';
import { attempt } from '../../identity/attempt.ts';
import { identity } from '../../identity/identity.ts';
import { calm, throttle } from '../../identity/throttle.ts';
import { requireOfficial } from '../../official.ts';
import { words } from '../../words.ts';

/** What confirming says back: the address to hand over, where the change makes one. */
export type DecideState = FormState & { address?: string };

/** Confirms a change that waits in a unit of the official's: one asked for by somebody else, or their own with a recovery code. */
export const confirm = act('change.confirm', async (official, _: DecideState, form: FormData): Promise<DecideState> => {
  const { t } = await words();
  const wrong = (sentence: string): DecideState => ({ errors: [{ field: 'code', sentence }] });
  const id = await decidable(form);
  if (id === undefined) return wrong(t('problems.change-over'));
  const alone = form.has('code');
  if (alone && !(await takeRecoveryCode(official.id, form))) return wrong(t('signIn.recoveryWrong'));
  const applied = await confirmChange(database(), { id, by: official.id, alone });
  revalidatePath('/settings', 'layout');
  if (!applied.ok) return wrong(t(`problems.${applied.problem.code}`, applied.problem.params));
  if (applied.invitation === undefined) return { errors: [] };
  return { errors: [], address: `${relyingParty().address}/sign-in/welcome/${applied.invitation}` };
});

/** Turns a change down, or takes one's own back. */
export const drop = act('change.drop', async (official, form: FormData) => {
  const id = await decidable(form);
  if (id !== undefined) await dropChange(database(), { id, by: official.id });
  revalidatePath('/settings', 'layout');
});

/** The change that a form names, when the official may decide its kind in its unit. */
async function decidable(form: FormData): Promise<string | undefined> {
  const id = String(form.get('id') ?? '');
  const owner = isId(id) ? await changeOwner(database(), id) : undefined;
  const kind = owner && changeKind(owner.kind);
  if (!owner || !kind) return undefined;
  await requireOfficial(kind.action, owner.unitId);
  return id;
}

async function takeRecoveryCode(officialId: string, form: FormData): Promise<boolean> {
  if ((await throttle(officialId)) > 0) return false;
  const body = { code: String(form.get('code')).replace(/\s/g, '').slice(0, 40), disableSession: true };
  const asked = await headers();
  const { ok } = await attempt(() => identity().api.verifyBackupCode({ body, headers: asked }));
  if (ok) await calm(officialId);
  return ok;
}
