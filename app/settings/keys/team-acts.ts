'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { addTeamAddress, confirmTeamAddress, removeTeamAddress } from '#drizzle/keys/team-addresses.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { requireOfficial } from '../../official.ts';
import { teamAddressForm } from './team-address-form.ts';
import type { TeamAnswer } from './team-answer.ts';

/** Adds an address to a team; it counts once its code was typed. */
export const addAddress = act(
  'team.add',
  async (official, _: TeamAnswer | null, form: FormData): Promise<TeamAnswer> => {
    const read = teamAddressForm.safeParse(Object.fromEntries(form));
    if (!read.success) return { wrong: 'address' };
    const { unitId, address } = read.data;
    await requireOfficial('key.manage', unitId);
    await addTeamAddress(database(), { kind: 'official', id: official.id }, { unitId, ...address });
    revalidatePath('/settings/keys');
    return { done: 'added' };
  },
);

const codeForm = z.object({ unitId: z.uuid(), id: z.uuid(), code: z.string().regex(/^\s*\d{6}\s*$/) });

/** Confirms an address by the code that came to it. */
export const confirmAddress = act(
  'team.confirm',
  async (official, _: TeamAnswer | null, form: FormData): Promise<TeamAnswer> => {
    const read = codeForm.safeParse(Object.fromEntries(form));
    if (!read.success) return { wrong: 'code' };
    await requireOfficial('key.manage', read.data.unitId);
    const right = await confirmTeamAddress(database(), { kind: 'official', id: official.id }, read.data);
    revalidatePath('/settings/keys');
    return right ? { done: 'confirmed' } : { wrong: 'code' };
  },
);

const which = z.object({ unitId: z.uuid(), id: z.uuid() });

/** Takes an address out of a team. */
export const removeAddress = act('team.remove', async (official, form: FormData): Promise<void> => {
  const read = which.safeParse(Object.fromEntries(form));
  if (!read.success) return;
  await requireOfficial('key.manage', read.data.unitId);
  await removeTeamAddress(database(), { kind: 'official', id: official.id }, read.data);
  revalidatePath('/settings/keys');
});
