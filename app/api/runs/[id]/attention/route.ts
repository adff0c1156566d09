import { database } from '#app/database.ts';
import { pokeSoon } from '#app/temporal.ts';
import { audited } from '#drizzle/audit/audited.ts';
import { settleAttention } from '#drizzle/crowd/settle-attention.ts';
import { contract } from '../../../contract.ts';
import { bodyOf, door, ownRun } from '../../../door.ts';
import { refuse } from '../../../refuse.ts';

export const dynamic = 'force-dynamic';

/** Settles members in attention; 404 when nobody waits there for that. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.attention, async (who) => {
    const run = await ownRun(request, who, 'run', (await params).id);
    if (!run.ok) return run.answer;
    const body = await bodyOf(request, contract.attention);
    if (!body.ok) return body.answer;
    const { do: how, memberId, reason, why } = body.value;
    const { runId, lane } = run.value;
    const which = memberId === undefined ? { reason: reason ?? '' } : { memberId };
    const settled = await audited(
      database(),
      (tx) => settleAttention(tx, runId, which, how),
      (n) =>
        n > 0 && {
          who: who.by,
          unitId: run.value.unitId,
          act: how === 'retry' ? 'attention.retried' : 'attention.skipped',
          about: { kind: 'run', id: runId },
          detail: { settled: n, why: reason, member: memberId },
          reason: why,
        },
    );
    if (settled === 0) {
      const field = memberId === undefined ? 'reason' : 'memberId';
      return refuse(request, { status: 404, code: 'nobody-waits', errors: [{ field, code: 'nobody-waits' }] });
    }
    pokeSoon({ id: runId, lane });
    return Response.json({ settled });
  });
}
