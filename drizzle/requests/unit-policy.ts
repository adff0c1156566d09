import { type SummonsPolicy, summonsPolicySchema } from '#engine/office/summons.ts';
import type { Queryable } from '../database.ts';

/** What a unit has decided about its requests. */
export type UnitPolicy = { requestAbove: number; summons: SummonsPolicy };

/** Reads a unit's policy; what it does not say is as usual. */
export async function unitPolicy(database: Queryable, unitId: string): Promise<UnitPolicy> {
  const { rows } = await database.query<{ request_above: number; summons: unknown }>(
    'select request_above, summons from unit where id = $1',
    [unitId],
  );
  const [row] = rows;
  if (!row) throw new Error(`No unit ${unitId}`);
  return { requestAbove: row.request_above, summons: summonsPolicySchema.parse(row.summons) };
}
