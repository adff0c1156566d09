'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { slugFrom } from '#designer/controls/read-value.ts';
import { audienceById } from '#drizzle/audiences/audience-list.ts';
import { createAudience, rememberCount, removeAudience, saveAudience } from '#drizzle/audiences/save-audience.ts';
import { audienceCount } from '#drizzle/queries/audience-count.ts';
import { isId } from '#engine/is-id.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { ruleSchema } from '#engine/rule/rule.ts';
import { act } from '../act.ts';
import { database } from '../database.ts';
import { requireOfficial } from '../official.ts';
import { unitChosen } from '../unit-chosen.ts';

/** Begins an audience for everybody and opens it, to be narrowed. */
export const beginAudience = act('audience.begin', async (official, form: FormData) => {
  const units = unitsWhere(official.grants, 'audience.edit');
  const unitId = (await unitChosen(units)) ?? units[0];
  const name = String(form.get('name') ?? '')
    .trim()
    .slice(0, 120);
  if (unitId === undefined || name === '') return;
  const by = { who: { kind: 'official', id: official.id }, unitId } as const;
  const id = await createAudience(database(), by, name, slugFrom(name, [], 'destinatarios'));
  redirect(`/audiences/${id}?open`);
});

/** Keeps an audience's name and rule, and counts it anew. Answers whether it was kept. */
export const keepAudience = act(
  'audience.keep',
  async (official, { id, name, rule }: { id: string; name: string; rule: unknown }): Promise<boolean> => {
    const audience = isId(id) ? await audienceById(database(), id) : undefined;
    const read = ruleSchema.safeParse(rule);
    if (!audience || !read.success || name.trim() === '') return false;
    await requireOfficial('audience.edit', audience.unitId);
    const { unitId } = audience;
    const by = { who: { kind: 'official', id: official.id }, unitId } as const;
    const kept = await saveAudience(database(), by, { id, name: name.trim().slice(0, 120), rule: read.data });
    if (!kept) return false;
    const { total } = await audienceCount(database(), { unitId, rule: read.data, now: Date.now() });
    await rememberCount(database(), id, total);
    revalidatePath('/audiences');
    return true;
  },
);

/** Takes an audience away. */
export const dropAudience = act('audience.drop', async (official, id: string) => {
  const audience = isId(id) ? await audienceById(database(), id) : undefined;
  if (!audience) return;
  await requireOfficial('audience.edit', audience.unitId);
  await removeAudience(database(), { who: { kind: 'official', id: official.id }, unitId: audience.unitId }, id);
  redirect('/audiences');
});
