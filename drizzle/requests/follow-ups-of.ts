import type { FollowUpKind, Journey, Said } from '#engine/journey.ts';
import type { Queryable } from '../database.ts';
import { revisionAt } from './newest-revision.ts';
import { contentOf, readRequest } from './request-row.ts';

/** What one person can tell whoever a run has reached, and what has been told already. */
export type FollowUps = {
  journey: Journey;
  event: Record<string, unknown> | null;
  /** How many entered the run and what it updated. */
  people: number;
  /** Nothing was begun yet: there is nothing to correct. */
  begun: boolean;
  prepared: Partial<Record<FollowUpKind, Said>>;
  sent: Partial<Record<FollowUpKind, string>>;
  /** The request it was approved by. */
  requestId: string | null;
  /** The run that this one follows or updates. */
  follows: { runId: string; kind: FollowUpKind } | null;
  updates: string | null;
  canUpdate: boolean;
  /** Why nobody may enter, where that is so. */
  gate: { code: string } | null;
};

/** Reads what may follow a run; undefined when there is no such run. */
export async function followUpsOf(database: Queryable, runId: string): Promise<FollowUps | undefined> {
  const { rows } = await database.query<Row>(
    `with chain as (
       select r.* from run r, (select coalesce(updates, id) as root from run where id = $1) c
       where (r.id = c.root or r.updates = c.root) and r.follows is null and r.status <> 'refused')
     select run.revision_id as "revisionId", run.request_id as "requestId", run.event, run.follows, run.follow_kind as kind, run.updates,
            run.gate, run.mode, run.kind as "runKind",
            coalesce((select sum(enrolled) from chain), 0)::int as people,
            exists (select from partition p join chain on chain.id = p.run_id) as begun,
            coalesce((select jsonb_object_agg(f.follow_kind, f.id) from run f join chain on chain.id = f.follows where f.status <> 'refused'), '{}') as sent
     from run where run.id = $1`,
    [runId],
  );
  const row = rows[0];
  const revision = row && (await revisionAt(database, row.revisionId));
  if (!row || !revision) return undefined;
  const request = row.requestId === null ? undefined : await readRequest(database, row.requestId);
  const content = request && contentOf(request);
  const { journey } = revision;
  const { follows, kind, mode, runKind, revisionId: _, ...told } = row;
  return {
    ...told,
    journey,
    prepared: content
      ? Object.fromEntries(Object.entries(content.followUps).map(([of, { said }]) => [of, said]))
      : (journey.followUps ?? {}),
    follows: follows !== null && kind !== null ? { runId: follows, kind } : null,
    canUpdate: mode === 'live' && runKind === 'launched' && follows === null && row.begun,
  };
}

type Row = {
  revisionId: string;
  requestId: string | null;
  event: Record<string, unknown> | null;
  follows: string | null;
  kind: FollowUpKind | null;
  updates: string | null;
  gate: { code: string } | null;
  mode: 'live' | 'drill';
  runKind: string;
  people: number;
  begun: boolean;
  sent: Partial<Record<FollowUpKind, string>>;
};
