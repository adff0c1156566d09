import { check } from '#engine/check.ts';
import { compile } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';
import type { Problem } from '#engine/problem.ts';
import { machineHash } from '../crowd/machine-hash.ts';
import { type Joinable, transaction } from '../database.ts';
import { checkContext } from './check-context.ts';

export type Published =
  | { ok: true; journeyId: string; revisionId: string; n: number; hash: string; isNew: boolean }
  | { ok: false; problems: Problem[] };

/**
 * Checks, compiles and stores a journey as its next revision; the same content again is the same revision. Problems of
 * severity error refuse it. Publishing starts nothing: a run does.
 */
export async function publish(
  database: Joinable,
  { unitId, journey }: { unitId: string; journey: Journey },
): Promise<Published> {
  const problems = check(journey, await checkContext(database, unitId));
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  const compiled = compile(journey);
  const hash = machineHash(compiled);
  return transaction(database, async (tx) => {
    const stored = await tx.query<{ id: string }>(
      `insert into journey (unit_id, slug, title, draft) values ($1, $2, $3, $4)
       on conflict (unit_id, slug) do update set title = excluded.title, updated_at = now(),
         draft = case when ${untouched} then excluded.draft else journey.draft end,
         draft_version = journey.draft_version + case when ${untouched} and journey.draft <> excluded.draft then 1 else 0 end
       returning id`,
      [unitId, journey.slug, journey.title, journey],
    );
    const journeyId = stored.rows[0]!.id;
    const same = await tx.query<{ id: string; n: number }>(
      `select id, n from revision where journey_id = $1 and n > 0 and hash = $2 and document = $3::jsonb order by n desc limit 1`,
      [journeyId, hash, journey],
    );
    if (same.rows[0])
      return { ok: true, journeyId, revisionId: same.rows[0].id, n: same.rows[0].n, hash, isNew: false };
    const { rows } = await tx.query<{ id: string; n: number }>(
      `insert into revision (journey_id, n, document, compiled, hash, compiler)
       select $1, coalesce(max(n) filter (where n > 0), 0) + 1, $2, $3, $4, $5 from revision where journey_id = $1
       returning id, n`,
      [journeyId, journey, compiled, hash, compiled.compiler],
    );
    return { ok: true, journeyId, revisionId: rows[0]!.id, n: rows[0]!.n, hash, isNew: true };
  });
}

/** Nobody has drawn on since the last revision: what is published is the draft too. Else it stays whose work it is. */
const untouched = `journey.draft = (select document from revision where journey_id = journey.id and n > 0 order by n desc limit 1)`;
