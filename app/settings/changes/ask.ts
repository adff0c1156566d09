import { revalidatePath } from 'next/cache';
import { askChange } from '#drizzle/changes/ask-change.ts';
import { type ChangeName, changeKinds } from '#drizzle/changes/index.ts';
import { database } from '../../database.ts';
import type { FormState } from '../../form-state.ts';
import { type Official, requireOfficial } from '../../official.ts';
import { words } from '../../words.ts';

/** What a form that asks for a change hears back; `asked` when it now waits for somebody else. */
export type AskState = FormState & { asked?: boolean };

/** Asks for a change in a unit, as a form gave it; it happens when another confirms it. */
export async function ask(
  official: Official,
  {
    unitId,
    kind,
    detail,
    reason,
  }: { unitId: string; kind: ChangeName; detail: Record<string, unknown>; reason: string },
): Promise<AskState> {
  const { t } = await words();
  await requireOfficial(changeKinds[kind].action, unitId);
  const kept = Object.fromEntries(Object.entries({ ...detail, reason }).map(([name, value]) => [name, String(value)]));
  const read = changeKinds[kind].detail.safeParse(detail);
  const wrong = read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  const errors = wrong.map((field) => ({ field, sentence: t(`change.wrong-${field}`) }));
  if (reason.trim().length < 3) errors.push({ field: 'reason', sentence: t('change.wrong-reason') });
  if (errors.length > 0) return { errors, kept };
  // What was read is asked for, not what came: nothing more than the kind knows ever reaches the database.
  await askChange(database(), {
    unitId,
    kind,
    detail: detail,
    reason: reason.trim().slice(0, 500),
    askedBy: official.id,
  });
  revalidatePath('/settings', 'layout');
  return { errors: [], asked: true };
}
