import { database } from '#app/database.ts';
import { pokeSoon } from '#app/temporal.ts';
import { brake } from '#drizzle/audit/brake.ts';
import { contract } from '../../../contract.ts';
import { bodyOf, door, ownRun } from '../../../door.ts';
import { refuse } from '../../../refuse.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string; act: string }> };

/** The brake of a run; 409 when the run is not in a state for it. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return door(request, contract.brake, async (who) => {
    const { id, act } = await params;
    if (!isAct(act))
      return refuse(request, { status: 404, code: 'unknown-act', errors: [{ field: 'act', code: 'unknown-act' }] });
    const run = await ownRun(request, who, 'run', id);
    if (!run.ok) return run.answer;
    if (act === 'resume' && !who.may('run.resume', run.value.unitId))
      return refuse(request, { status: 403, code: 'permission-missing', params: { permission: 'run.resume' } });
    const body = await bodyOf(request, contract.brake);
    if (!body.ok) return body.answer;
    const reason = body.value.reason?.trim();
    if (act === 'stop' && (reason ?? '').length < 3)
      return refuse(request, {
        status: 422,
        code: 'reason-needed',
        errors: [{ field: 'reason', code: 'reason-needed' }],
      });
    if (!(await brake(database(), act, { runId: id, unitId: run.value.unitId, who: who.by, reason })))
      return refuse(request, { status: 409, code: `cannot-${act}`, params: { status: run.value.status } });
    pokeSoon({ id, lane: run.value.lane });
    return Response.json({ id, done: act });
  });
}

const isAct = (act: string) => act === 'pause' || act === 'resume' || act === 'stop';
