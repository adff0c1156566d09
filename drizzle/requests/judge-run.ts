import { canonicalJson } from '#engine/office/canonical-json.ts';
import type { Content } from '#engine/office/content.ts';
import { journeyHash } from '#engine/office/journey-hash.ts';
import { needsRequest } from '#engine/office/needs-request.ts';
import { isWithin } from '#engine/office/tolerance.ts';
import { relyingParty } from '#relying-party';
import type { Queryable } from '../database.ts';
import { accountsInForce } from './accounts-in-force.ts';
import { audienceSize } from './audience-size.ts';
import { judgeFollowUp } from './judge-follow-up.ts';
import { type JudgedRun, judgedRun } from './judged-run.ts';
import { revisionAt } from './newest-revision.ts';
import { runDiffers } from './run-differs.ts';
import { signedContent } from './signed-content.ts';
import { unitPolicy } from './unit-policy.ts';
import { refused, type Verdict } from './verdict.ts';

/**
 * The gate before every run. What a row says of itself counts for nothing: a live run that a second person must sign is let
 * in only by a signature of an approver's key over exactly what is about to happen. A run that people have entered already,
 * and whose conductor was lost on the way, still needs the signature; whether it came in time was judged when it began.
 */
export async function judgeRun(database: Queryable, runId: string): Promise<Verdict> {
  const run = await judgedRun(database, runId);
  if (!run) return refused('unknown-run');
  if (run.mode === 'drill' || run.team) return { gate: 'open' };
  const revision = await revisionAt(database, run.revisionId);
  if (!revision) return refused('unknown-run');
  if (run.follows) return judgeFollowUp(database, run, revision);
  if (run.requestId === null) return judgeAlone(database, run, revision.journey);
  const signed = await signedContent(database, run, relyingParty());
  if (!signed.ok) return refused(signed.why);
  const { content } = signed;
  if (journeyHash(revision) !== content.journey.hash || runDiffers(run, content)) return refused('request-changed');
  return run.begun ? { gate: 'open' } : judgeNow(database, run, content);
}

/** A live run on one person's word: only where nobody has to sign. */
async function judgeAlone(
  database: Queryable,
  run: JudgedRun,
  journey: Parameters<typeof needsRequest>[0],
): Promise<Verdict> {
  const standing = run.kind === 'standing';
  const { requestAbove: limit } = await unitPolicy(database, run.unitId);
  const { unitId, audience, event } = run;
  const people =
    standing || run.begun || journey.class === 'emergency'
      ? 0
      : await audienceSize(database, { unitId, rule: audience ?? { all: [] }, event });
  const reason = needsRequest(journey, { mode: run.mode, standing, people, limit });
  return reason === null ? { gate: 'open' } : refused('no-request', { reason, people, limit });
}

/** What may have changed since it was signed: the hour, the contracts, the people. */
async function judgeNow(database: Queryable, run: JudgedRun, content: Content): Promise<Verdict> {
  if (run.launchAt !== null && run.launchAt > run.now) return { gate: 'early' };
  if (Date.parse(content.lapsesAt) <= run.now) return refused('request-expired');
  if (run.expiresAt !== null && run.expiresAt <= run.now) return refused('request-expired');
  const { unitId, event } = run;
  const spoken = [...new Set(content.accounts.map(({ channel }) => channel))];
  const accounts = await accountsInForce(database, unitId, spoken);
  const { audience } = content;
  const people = audience && (await audienceSize(database, { unitId, rule: audience.rule, event }));
  const again = {
    ...content,
    accounts,
    ...(audience && people !== null && { audience: { ...audience, count: people } }),
  };
  const known = new Set(content.accounts.map((account) => canonicalJson(account)));
  // Fewer contracts may well be a brake that somebody pulled; a new one is a way out that nobody signed.
  if (accounts.some((account) => !known.has(canonicalJson(account))))
    return { gate: 'held', why: 'accounts', content: again, people };
  if (audience && people !== null && !isWithin(audience, people))
    return { gate: 'held', why: 'people', content: again, people };
  return { gate: 'open' };
}
