import { journeySchema } from '#engine/journey.ts';
import type { Content } from '#engine/office/content.ts';
import { journeyHash } from '#engine/office/journey-hash.ts';
import type { Problem } from '#engine/problem.ts';
import { audit } from '../audit/append.ts';
import type { Transaction } from '../database.ts';
import { openRun } from '../queries/open-run.ts';
import { publish } from '../queries/publish.ts';
import { type Revision, revisionAt, revisionOf } from './newest-revision.ts';
import type { RequestRow } from './request-row.ts';

/** What an approval sets going: the run that now stands before the gate; null where only a revision was published. */
export type Begun = { ok: true; runId: string | null } | { ok: false; problems: Problem[] };

/**
 * Does what was approved: opens the run of a launch, publishes a publication and opens its service. A run that was held goes
 * on to the gate again. Nobody enters here: the gate looks first (judge-run.ts).
 */
export async function beginApproved(
  tx: Transaction,
  request: RequestRow,
  content: Content,
  officialId: string,
): Promise<Begun> {
  if (request.runId) {
    await tx.query(`update run set gate = null where id = $1 and status = 'waiting'`, [request.runId]);
    return { ok: true, runId: request.runId };
  }
  const { slug, revision: n } = content.journey;
  const found =
    content.what === 'publish'
      ? await publishApproved(tx, request, officialId)
      : await revisionOf(tx, request.unitId, { slug, n });
  if (found && 'problems' in found) return found;
  if (!found || journeyHash(found) !== content.journey.hash)
    return { ok: false, problems: [{ code: 'request-changed', severity: 'error' }] };
  if (content.what === 'publish' && !content.ceiling) return { ok: true, runId: null };
  const runId = await openRun(tx, {
    unitId: request.unitId,
    revision: found,
    kind: content.what === 'publish' ? 'standing' : 'launched',
    mode: 'live',
    audience: content.audience?.rule,
    event: content.event ?? undefined,
    expiresAt: content.clock.until === null ? undefined : Date.parse(content.clock.until),
    approved: content,
  });
  await audit(tx, {
    who: { kind: 'official', id: officialId },
    unitId: request.unitId,
    act: 'run.launched',
    about: { kind: 'run', id: runId },
    detail: { mode: 'live', revision: found.n, request: request.id },
  });
  return { ok: true, runId };
}

async function publishApproved(
  tx: Transaction,
  { unitId, document }: RequestRow,
  officialId: string,
): Promise<Revision | undefined | { ok: false; problems: Problem[] }> {
  const published = await publish(tx, { unitId, journey: journeySchema.parse(document) });
  if (!published.ok) return published;
  if (published.isNew)
    await audit(tx, {
      who: { kind: 'official', id: officialId },
      unitId,
      act: 'journey.published',
      about: { kind: 'journey', id: published.journeyId },
      detail: { revision: published.n, hash: published.hash },
    });
  return revisionAt(tx, published.revisionId);
}
