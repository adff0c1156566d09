'use server';

import { revalidatePath } from 'next/cache';
import { createKey, endOldSecret, revokeKey, rotateKeySecret } from '#drizzle/keys/key-acts.ts';
import { keyOwner } from '#drizzle/keys/key-list.ts';
import { isId } from '#engine/is-id.ts';
import { act } from '../../act.ts';
import { database } from '../../database.ts';
import { requireOfficial } from '../../official.ts';
import { ask } from '../changes/ask.ts';
import { wrongFields } from '../wrong-fields.ts';
import type { KeyAnswer } from './key-answer.ts';
import { keyForm } from './key-form.ts';

/** Makes a key for drills at once; one that reaches anything real waits for a second person. */
export const create = act('key.create', async (official, _: KeyAnswer | null, form: FormData): Promise<KeyAnswer> => {
  const read = keyForm.safeParse({ ...Object.fromEntries(form), scopes: form.getAll('scopes') });
  if (!read.success) return { wrong: wrongFields(read.error) };
  const { unitId, reason, ...detail } = read.data;
  if (detail.mode !== 'test') {
    const state = await ask(official, { unitId, kind: 'key.create', detail, reason });
    return state.asked ? { asked: true } : { wrong: state.errors.map(({ field }) => field) };
  }
  await requireOfficial('key.manage', unitId);
  const { days, ...key } = detail;
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  const { secret } = await createKey(database(), { kind: 'official', id: official.id }, { unitId, ...key, expiresAt });
  revalidatePath('/settings/keys');
  return { secret };
});

/** Gives a key a new secret, ends the one before, or revokes it with both. */
export const change = act(
  'key.change',
  async (official, how: 'rotate' | 'end-old' | 'revoke', id: string): Promise<KeyAnswer> => {
    const owner = isId(id) ? await keyOwner(database(), id) : undefined;
    if (!owner) return { wrong: [''] };
    await requireOfficial('key.manage', owner.unitId);
    const by = { kind: 'official', id: official.id } as const;
    revalidatePath('/settings/keys');
    if (how === 'rotate') {
      const secret = await rotateKeySecret(database(), by, id);
      return secret === undefined ? { wrong: [''] } : { secret };
    }
    const done = await (how === 'revoke' ? revokeKey : endOldSecret)(database(), by, id);
    return done ? { done } : { wrong: [''] };
  },
);
