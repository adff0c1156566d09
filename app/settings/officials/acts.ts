'use server';

import { revalidatePath } from 'next/cache';
import { audited } from '#drizzle/audit/audited.ts';
import { blockOfficial, officialList } from '#drizzle/queries/official-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { idOf } from '../../id-of.ts';
import { type AskState, ask } from '../changes/ask.ts';

/** Asks for somebody to be brought into a unit. */
export const askInvitation = act('official.ask-invitation', async (official, _: AskState, form: FormData) => {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const detail = { name: text('name'), email: text('email'), roles: form.getAll('roles').map(String) };
  return ask(official, { unitId: idOf(form, 'unit'), kind: 'official.invite', detail, reason: text('reason') });
});

/** Asks for a role to be given or taken, for a blocked official to come back, or for one who lost every way in. */
export const askOfficialChange = act('official.ask-change', async (official, _: AskState, form: FormData) => {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const kind = kinds.find((one) => one === text('kind'));
  const unitId = idOf(form, 'unit');
  const [about] = await officialList(
    database(),
    unitsWhere(official.grants, 'official.manage'),
    idOf(form, 'official'),
  );
  if (!kind || !about) return { errors: [] };
  const { id: officialId, name } = about;
  const detail =
    kind === 'official.grant' || kind === 'official.revoke'
      ? { officialId, name, role: text('role') }
      : { officialId, name };
  return ask(official, { unitId, kind, detail, reason: text('reason') });
});

/** Blocks an official at once, for it takes one person to brake: their sessions end, their key opens nothing. Never oneself. */
export const block = act('official.block', async (official, form: FormData) => {
  const id = idOf(form, 'official');
  const units = unitsWhere(official.grants, 'official.manage');
  if (id !== official.id)
    await audited(
      database(),
      (tx) => blockOfficial(tx, id, units),
      (blocked) =>
        blocked && {
          who: { kind: 'official', id: official.id },
          unitId: units[0] ?? null,
          act: 'official.blocked',
          about: { kind: 'official', id },
        },
    );
  revalidatePath('/settings', 'layout');
});

const kinds = ['official.grant', 'official.revoke', 'official.unblock', 'official.readmit'] as const;
