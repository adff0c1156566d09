import { type Compiled, compile } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';
import { followUp } from '#engine/office/follow-up.ts';
import { journeyHash } from '#engine/office/journey-hash.ts';
import { relyingParty } from '#relying-party';
import type { Queryable } from '../database.ts';
import { type JudgedRun, judgedRun } from './judged-run.ts';
import { revisionAt } from './newest-revision.ts';
import { signedContent } from './signed-content.ts';
import { refused, type Verdict } from './verdict.ts';

/**
 * A correction or an all-clear: one person sends it, because its words were frozen with what it follows. After a launch on
 * one person's word its words are those of the journey that was launched.
 */
export async function judgeFollowUp(
  database: Queryable,
  run: JudgedRun,
  told: { journey: Journey; compiled: Compiled },
): Promise<Verdict> {
  const first = run.follows === null ? undefined : await judgedRun(database, run.follows);
  if (!first || !run.followKind || first.unitId !== run.unitId || first.mode !== run.mode)
    return refused('unknown-run');
  const allowed = await allowedHash(database, first, run.followKind);
  if (typeof allowed !== 'string') return allowed;
  return journeyHash(told) === allowed ? { gate: 'open' } : refused('request-changed');
}

async function allowedHash(
  database: Queryable,
  first: JudgedRun,
  kind: NonNullable<JudgedRun['followKind']>,
): Promise<string | Verdict> {
  if (first.requestId !== null) {
    // It was signed in time and by somebody who could then; today that official may well have another post.
    const signed = await signedContent(database, { ...first, begun: true }, relyingParty());
    if (!signed.ok) return refused(signed.why);
    return signed.content.followUps[kind]?.hash ?? refused('no-follow-up');
  }
  const revision = await revisionAt(database, first.revisionId);
  const said = revision?.journey.followUps?.[kind];
  if (!revision || !said) return refused('no-follow-up');
  const journey = followUp(revision.journey, kind, said);
  return journeyHash({ journey, compiled: compile(journey) });
}
