'use server';

import { revalidatePath } from 'next/cache';
import { confirmConnection, proposeConnection, retireConnection } from '#drizzle/connections/change-connection.ts';
import { connectionById } from '#drizzle/connections/connection-list.ts';
import { connectionSchema } from '#engine/office/connection.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { requireOfficial } from '../../official.ts';
import { unitChosen } from '../../unit-chosen.ts';

export type Proposal = { ok: true } | { ok: false; errors: { field: string; code: string }[] };

/** Proposes a connection; somebody else has to confirm it. Answers which fields are not right. */
export const propose = act('connection.propose', async (official, given: unknown): Promise<Proposal> => {
  const read = connectionSchema.safeParse(given);
  if (!read.success)
    return {
      ok: false,
      errors: read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? 'slug'), code: message })),
    };
  const units = unitsWhere(official.grants, 'connection.manage');
  const unitId = (await unitChosen(units)) ?? units[0];
  if (unitId === undefined) return { ok: false, errors: [{ field: 'slug', code: 'no-unit' }] };
  const proposed = await proposeConnection(database(), { officialId: official.id, unitId }, read.data);
  if (!proposed) return { ok: false, errors: [{ field: 'slug', code: 'taken' }] };
  revalidatePath('/settings/connections');
  return { ok: true };
});

/** Confirms a connection that somebody else proposed. */
export const confirm = act('connection.confirm', async (official, id: number) => {
  const found = Number.isInteger(id) ? await connectionById(database(), id) : undefined;
  if (!found) return;
  await requireOfficial('connection.manage', found.unitId);
  await confirmConnection(database(), { officialId: official.id, unitId: found.unitId }, id);
  revalidatePath('/settings/connections');
});

/** Takes a connection out of use. */
export const retire = act('connection.retire', async (official, id: number) => {
  const found = Number.isInteger(id) ? await connectionById(database(), id) : undefined;
  if (!found) return;
  await requireOfficial('connection.manage', found.unitId);
  await retireConnection(database(), { officialId: official.id, unitId: found.unitId }, id);
  revalidatePath('/settings/connections');
});
