import { database } from '#app/database.ts';
import { pokeSoon } from '#app/temporal.ts';
import { audited } from '#drizzle/audit/audited.ts';
import { completeTask } from '#drizzle/crowd/complete-task.ts';
import { taskOutcomes } from '#drizzle/queries/task-outcomes.ts';
import { contract } from '../../contract.ts';
import { bodyOf, door, ownRun } from '../../door.ts';
import { refuse } from '../../refuse.ts';

export const dynamic = 'force-dynamic';

/** Closes a task in one of the ways its journey offers; 409 when it is no longer open. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return door(request, contract.task, async (who) => {
    const { id } = await params;
    const run = await ownRun(request, who, 'task', id);
    if (!run.ok) return run.answer;
    const body = await bodyOf(request, contract.task);
    if (!body.ok) return body.answer;
    const { outcome } = body.value;
    const known = await taskOutcomes(database(), id);
    if (!known.includes(outcome)) {
      const params = { known: known.join(', ') };
      return refuse(request, {
        status: 422,
        code: 'unknown-outcome',
        params,
        errors: [{ field: 'outcome', code: 'unknown-outcome' }],
      });
    }
    const { runId, lane } = run.value;
    const closed = await audited(
      database(),
      (tx) => completeTask(tx, id, outcome),
      (done) =>
        done && {
          who: who.by,
          unitId: run.value.unitId,
          act: 'task.done',
          about: { kind: 'task', id },
          detail: { outcome, run: runId },
        },
    );
    if (!closed) return refuse(request, { status: 409, code: 'task-closed' });
    pokeSoon({ id: runId, lane });
    return Response.json({ id, outcome });
  });
}
