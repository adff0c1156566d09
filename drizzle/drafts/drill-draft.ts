import { check } from '#engine/check.ts';
import { type Journey, parse } from '#engine/journey.ts';
import { journeyLengthMs } from '#engine/journey-length.ts';
import type { Actor } from '#engine/office/audit-entry.ts';
import { audited } from '../audit/audited.ts';
import { planOf } from '../crowd/plan.ts';
import type { Joinable, Transaction } from '../database.ts';
import { checkContext } from '../queries/check-context.ts';
import { hiddenRevision } from '../queries/hidden-revision.ts';
import type { Launched } from '../queries/launch-run.ts';
import { missingAccounts } from '../queries/missing-accounts.ts';
import { openRun } from '../queries/open-run.ts';
import { purposeProblems } from '../queries/purpose-problems.ts';
import { launchAudience } from '../requests/launch-audience.ts';

type Wish = {
  journeyId: string;
  /** In about how long (ms) its longest way is to pass. */
  withinMs: number;
  startsAt: number;
  who: Actor;
};

/**
 * Runs a draft as it is stored as a drill: on a hidden revision, so that nothing is published by it. What would stand in
 * the way of publishing it stands in the way of this too.
 */
export function drillDraft(database: Joinable, wish: Wish): Promise<Launched> {
  let unitId = '';
  return audited(
    database,
    async (tx) => {
      const { rows } = await tx.query<{ unitId: string; document: unknown }>(
        `select unit_id as "unitId", draft as document from journey where id = $1 for update`,
        [wish.journeyId],
      );
      if (!rows[0]) return { ok: false, problems: [{ code: 'no-such-journey', severity: 'error' }] };
      unitId = rows[0].unitId;
      const parsed = parse(rows[0].document);
      return parsed.ok ? open(tx, unitId, parsed.journey, wish) : parsed;
    },
    (launched) =>
      launched.ok && {
        who: wish.who,
        unitId,
        act: 'run.launched',
        about: { kind: 'run', id: launched.runId },
        detail: { mode: 'drill' },
      },
  );
}

async function open(
  tx: Transaction,
  unitId: string,
  journey: Journey,
  { journeyId, withinMs, startsAt }: Wish,
): Promise<Launched> {
  const wrong = check(journey, await checkContext(tx, unitId)).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const revision = await hiddenRevision(tx, journeyId, journey);
  const plan = await planOf(tx, revision.id);
  const problems = [
    ...(await missingAccounts(tx, unitId, 'drill', plan)),
    ...(await purposeProblems(tx, unitId, plan)).filter(({ severity }) => severity === 'error'),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const audience = launchAudience(journey, undefined);
  const runId = await openRun(tx, {
    unitId,
    revision,
    kind: audience ? 'launched' : 'standing',
    mode: 'drill',
    audience,
    event: audience ? {} : undefined,
    clock: { startsAt, scale: Math.max(1, journeyLengthMs(journey, plan.compiled) / withinMs) },
  });
  return { ok: true, runId };
}
