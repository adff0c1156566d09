import type { Compiled } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';
import type { Queryable } from '../database.ts';

/** What a revision means, as the crowd moves need it. Immutable, so it is remembered per process. */
export type Plan = { revisionId: string; hash: string; journey: Journey; compiled: Compiled };

const plans = new Map<string, Plan>();

export async function planOf(database: Queryable, revisionId: string): Promise<Plan> {
  const known = plans.get(revisionId);
  if (known) return known;
  const { rows } = await database.query<{ hash: string; document: Journey; compiled: Compiled }>(
    'select hash, document, compiled from revision where id = $1',
    [revisionId],
  );
  const [row] = rows;
  if (!row) throw new Error(`No revision ${revisionId}`);
  const plan = { revisionId, hash: row.hash, journey: row.document, compiled: row.compiled };
  if (plans.size > 200) plans.clear();
  plans.set(revisionId, plan);
  return plan;
}
