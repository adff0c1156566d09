import type { FollowUpKind, Journey, Said } from '#engine/journey.ts';
import type { Actor } from '#engine/office/audit-entry.ts';
import { followUp } from '#engine/office/follow-up.ts';
import type { Problem } from '#engine/problem.ts';
import { audit } from '../audit/append.ts';
import { type Joinable, type Transaction, transaction } from '../database.ts';
import { hiddenRevision } from '../queries/hidden-revision.ts';
import { openRun } from '../queries/open-run.ts';
import { revisionAt } from './newest-revision.ts';
import { contentOf, readRequest } from './request-row.ts';

export type Sent = { ok: true; runId: string; lane: number } | { ok: false; problems: Problem[] };

/**
 * Tells everyone who was handed a message of a run, or of what updated it, that it was wrong or that it is over: a run of
 * its own, with the words that were frozen in the approval, which is why one person may do it. Nothing more of the first
 * leaves. Doing it again is the same sending. Problems: unknown-run, nothing-to-follow, no-follow-up.
 */
export async function sendFollowUp(
  database: Joinable,
  { runId, kind, who }: { runId: string; kind: FollowUpKind; who: Actor },
): Promise<Sent> {
  return transaction(database, async (tx) => {
    const chain = await lockChain(tx, runId);
    const newest = chain.at(-1);
    if (!newest) return refused(chain.length === 0 ? 'unknown-run' : 'nothing-to-follow');
    if (newest.sent[kind]) return { ok: true, runId: newest.sent[kind], lane: newest.lane };
    if (!chain.some(({ begun }) => begun)) return refused('nothing-to-follow');
    const words = await wordsFor(tx, newest, kind);
    if (!words) return refused('no-follow-up');
    const revision = await hiddenRevision(tx, newest.journeyId, followUp(words.journey, kind, words.said));
    const sentId = await openRun(tx, {
      unitId: newest.unitId,
      revision,
      kind: 'launched',
      mode: newest.mode,
      event: newest.event ?? undefined,
      clock: newest.clockAt === null ? undefined : { startsAt: newest.clockAt, scale: newest.scale },
      follows: { runId: newest.id, kind },
    });
    await tx.query(
      `update run set status = 'stopping', stop_why = $2, paused_at = null
       where id = any($1) and status in ('waiting', 'approved', 'enrolling', 'open')`,
      [chain.map(({ id }) => id), kind],
    );
    await audit(tx, {
      who,
      unitId: newest.unitId,
      act: kind === 'correction' ? 'run.corrected' : 'run.all-clear',
      about: { kind: 'run', id: newest.id },
      detail: {
        people: chain.reduce((sum, { enrolled }) => sum + enrolled, 0),
        ...(newest.requestId !== null && { request: newest.requestId }),
      },
    });
    return { ok: true, runId: sentId, lane: newest.lane };
  });
}

type Followed = {
  id: string;
  unitId: string;
  journeyId: string;
  revisionId: string;
  requestId: string | null;
  mode: 'live' | 'drill';
  lane: number;
  event: Record<string, unknown> | null;
  enrolled: number;
  begun: boolean;
  clockAt: number | null;
  scale: number;
  sent: Partial<Record<FollowUpKind, string>>;
};

/** The run, what it updated and what updated it, the oldest first; those that were never let in are none of them. */
async function lockChain(tx: Transaction, runId: string): Promise<Followed[]> {
  const { rows } = await tx.query<Followed>(
    `select r.id, r.unit_id as "unitId", r.journey_id as "journeyId", r.revision_id as "revisionId", r.request_id as "requestId",
            r.mode, r.lane, r.event, r.enrolled, cauce_ms(r.clock_at)::float8 as "clockAt", r.clock_scale as scale,
            exists (select from partition where run_id = r.id) as begun,
            coalesce((select jsonb_object_agg(follow_kind, id) from run f where f.follows = r.id and f.status <> 'refused'), '{}') as sent
     from run r, (select coalesce(updates, id) as root from run where id = $1 and follows is null) c
     where (r.id = c.root or r.updates = c.root) and r.follows is null and r.status <> 'refused'
     order by r.id for update of r`,
    [runId],
  );
  return rows;
}

/** The words that were signed; after a launch on one person's word, those of the journey that was launched. */
async function wordsFor(
  tx: Transaction,
  run: Followed,
  kind: FollowUpKind,
): Promise<{ journey: Journey; said: Said } | undefined> {
  const revision = await revisionAt(tx, run.revisionId);
  if (!revision) return undefined;
  const request = run.requestId === null ? undefined : await readRequest(tx, run.requestId);
  const said = request ? contentOf(request)?.followUps[kind]?.said : revision.journey.followUps?.[kind];
  return said && { journey: revision.journey, said };
}

const refused = (code: string): Sent => ({ ok: false, problems: [{ code, severity: 'error' }] });
