import { compile } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';
import { machineHash } from '../crowd/machine-hash.ts';
import type { Transaction } from '../database.ts';

/** A revision below zero: lived by the runs that were opened on it, never launched by itself, never the newest. */
export async function hiddenRevision(
  tx: Transaction,
  journeyId: string,
  journey: Journey,
): Promise<{ id: string; journeyId: string; journey: Journey }> {
  const compiled = compile(journey);
  const hash = machineHash(compiled);
  const { rows: known } = await tx.query<{ id: string }>(
    `select id from revision where journey_id = $1 and n < 0 and hash = $2 and document = $3::jsonb limit 1`,
    [journeyId, hash, journey],
  );
  if (known[0]) return { id: known[0].id, journeyId, journey };
  const { rows } = await tx.query<{ id: string }>(
    `insert into revision (journey_id, n, document, compiled, hash, compiler)
     select $1, least(coalesce(min(n), 0), 0) - 1, $2, $3, $4, $5 from revision where journey_id = $1 returning id`,
    [journeyId, journey, compiled, hash, compiled.compiler],
  );
  return { id: rows[0]!.id, journeyId, journey };
}
