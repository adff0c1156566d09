import { database } from '#app/database.ts';
import { pokeSoon } from '#app/temporal.ts';
import { peopleOf } from '#drizzle/requests/people-of.ts';
import { sendFollowUp } from '#drizzle/requests/send-follow-up.ts';
import { contract } from '../../../contract.ts';
import { bodyOf, door, ownRun } from '../../../door.ts';
import { refuse, refuseProblems } from '../../../refuse.ts';

export const dynamic = 'force-dynamic';

/** The correction or the all-clear of a run, by one person who has typed how many it concerns. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.followUp, async (who) => {
    const { id } = await params;
    const run = await ownRun(request, who, 'run', id);
    if (!run.ok) return run.answer;
    const body = await bodyOf(request, contract.followUp);
    if (!body.ok) return body.answer;
    const { kind, people } = body.value;
    // More may have entered since the page was drawn; whoever typed what it said has understood.
    if (people > (await peopleOf(database(), id)) || (people === 0 && run.value.status !== 'waiting'))
      return refuse(request, {
        status: 422,
        code: 'people-mistyped',
        errors: [{ field: 'people', code: 'people-mistyped' }],
      });
    const sent = await sendFollowUp(database(), { runId: id, kind, who: who.by });
    if (!sent.ok) return refuseProblems(request, 409, 'cannot-follow', sent.problems);
    pokeSoon({ id: sent.runId, lane: sent.lane });
    pokeSoon({ id, lane: run.value.lane });
    return Response.json({ id: sent.runId }, { status: 201, headers: { location: `/api/runs/${sent.runId}` } });
  });
}
