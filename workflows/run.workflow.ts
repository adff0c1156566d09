import {
  condition,
  continueAsNew,
  defineSignal,
  ParentClosePolicy,
  proxyActivities,
  setHandler,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { ConductActivities, OpenedPartition } from './activities/conduct.ts';
import type { partitionWorkflow } from './partition.workflow.ts';

/** `pages`: continue as new after that many rounds, besides when the server suggests it. */
export type RunArgs = { runId: string; lane: number; priority: number; pages?: number };

const look = defineSignal('look');
/** Between one look and the next at whether what a stopped run had under way is settled. */
const settlingMs = 1_000;

/**
 * Conducts one run: has its approval verified before anybody enters, enrols page by page, starts a partition as soon as its
 * page is enrolled, stops in pages, and ends with its last member. Postgres says what there is to do; every signal only
 * means "look again".
 */
export async function runWorkflow(args: RunArgs): Promise<void> {
  const { runId, lane, priority, pages = Number.POSITIVE_INFINITY } = args;
  const { enrolFollowers, enrolPages, lookAtRun, stopMembers, verifyApproval } = proxyActivities<ConductActivities>({
    taskQueue: lane === 0 ? 'conduct-emergency' : 'conduct',
    startToCloseTimeout: '10 minutes',
    heartbeatTimeout: '15 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '5 seconds' },
    priority: { priorityKey: priority },
  });
  let looked = true;
  setHandler(look, () => {
    looked = true;
  });
  for (let round = 1; ; round++) {
    looked = false;
    const { next } = await lookAtRun(runId);
    if (next === 'end') return;
    if (next === 'verify') await verifyApproval(runId);
    if (next === 'enrol') await startAll(await enrolPages(runId), args);
    const followed = next === 'follow' ? await enrolFollowers(runId) : undefined;
    if (followed) await startAll(followed, args);
    if (next === 'stop') await stopMembers(runId);
    if (workflowInfo().continueAsNewSuggested || round >= pages) await continueAsNew<typeof runWorkflow>(args);
    if (followed?.waits) await condition(() => looked, settlingMs);
    if (next === 'wait') await condition(() => looked);
  }
}

async function startAll({ opened }: { opened: OpenedPartition[] }, { runId, lane, priority }: RunArgs): Promise<void> {
  await Promise.all(
    opened.map(({ partitionId, k }) =>
      startChild<typeof partitionWorkflow>('partitionWorkflow', {
        workflowId: `run/${runId}/p/${k}`,
        args: [{ partitionId, lane, priority }],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        priority: { priorityKey: priority },
      }).catch((error: unknown) => {
        // The relay was faster.
        if (!(error instanceof Error) || error.name !== 'WorkflowExecutionAlreadyStartedError') throw error;
      }),
    ),
  );
}
