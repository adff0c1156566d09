import { database } from '#app/database.ts';
import { pokeSoon } from '#app/temporal.ts';
import { approveRequest, type Decided, declineRequest } from '#drizzle/requests/decide-request.ts';
import { readRequest } from '#drizzle/requests/request-row.ts';
import { isId } from '#engine/is-id.ts';
import { relyingParty } from '#relying-party';
import { personOf } from '../../../asker-of.ts';
import { contract } from '../../../contract.ts';
import { bodyOf, door } from '../../../door.ts';
import { refuse, refuseProblems } from '../../../refuse.ts';
import { unknownRequest } from '../unknown-request.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ id: string; act: string }> };

/** Decides a request, or takes it back; 409 when it is not in a state for that, or no longer what was seen. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return door(request, contract.decide, async (who) => {
    const { id, act } = await params;
    if (!isAct(act))
      return refuse(request, { status: 404, code: 'unknown-act', errors: [{ field: 'act', code: 'unknown-act' }] });
    const body = await bodyOf(request, contract.decide);
    if (!body.ok) return body.answer;
    const { reason, hash, assertion } = body.value;
    const found = isId(id) ? await readRequest(database(), id) : undefined;
    if (!found || !who.units.includes(found.unitId)) return unknownRequest(request);
    const by = personOf(who);
    if (act === 'approve' && (!hash || !assertion))
      return refuse(request, {
        status: 422,
        code: 'signature-needed',
        errors: [{ field: 'assertion', code: 'signature-needed' }],
      });
    const decided =
      act === 'approve' && hash && assertion
        ? await approveRequest(database(), id, { by, signature: { hash, assertion }, party: relyingParty() })
        : await declineRequest(database(), id, { act: act === 'approve' ? 'return' : act, by, reason });
    if (!decided.ok) return refusedFor(request, decided.problems);
    if (decided.runId) pokeSoon({ id: decided.runId, lane: decided.lane });
    return Response.json({ id, status: decided.status, run: decided.runId });
  });
}

function refusedFor(request: Request, problems: Extract<Decided, { ok: false }>['problems']): Response {
  const has = (...codes: string[]) => problems.some(({ code }) => codes.includes(code));
  const status = has('permission-missing', 'own-request')
    ? 403
    : has('request-state', 'request-changed', 'request-expired')
      ? 409
      : 422;
  return refuseProblems(request, status, 'cannot-decide', problems);
}

const isAct = (act: string): act is 'approve' | 'return' | 'reject' | 'withdraw' =>
  ['approve', 'return', 'reject', 'withdraw'].includes(act);
