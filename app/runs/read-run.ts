import { cache } from 'react';
import { type RunProgress, runProgress } from '#drizzle/queries/run-progress.ts';
import { whose } from '#drizzle/queries/whose.ts';
import { isId } from '#engine/is-id.ts';
import { may } from '#engine/office/permission.ts';
import { database } from '../database.ts';
import { officialNow } from '../official.ts';

/** A run and its unit, for an official of that unit; undefined for everybody else, as if there were none. */
export const readRun = cache(async (id: string): Promise<{ run: RunProgress; unitId: string } | undefined> => {
  const official = await officialNow();
  const owner = official && isId(id) ? await whose(database(), 'run', id) : undefined;
  if (!owner || !may(official?.grants ?? [], 'run.read', owner.unitId)) return undefined;
  const run = await runProgress(database(), id);
  return run && { run, unitId: owner.unitId };
});
