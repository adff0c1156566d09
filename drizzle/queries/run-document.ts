import type { Queryable } from '../database.ts';

/** The journey that a run lives, as published (engine/journey.ts); undefined when there is no such run. */
export async function runDocument(database: Queryable, runId: string): Promise<unknown> {
  const { rows } = await database.query<{ document: unknown }>(
    `select revision.document from run join revision on revision.id = run.revision_id where run.id = $1`,
    [runId],
  );
  return rows[0]?.document;
}
