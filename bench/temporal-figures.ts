import type { World } from './world.ts';

/** State transitions that Temporal has made so far in all workflows, those continued as new and those closed included. */
export async function transitionsSoFar(world: World): Promise<number> {
  const { workflowService } = world.temporal;
  let sum = 0;
  for await (const { workflowId, runId } of world.temporal.workflow.list()) {
    const { workflowExecutionInfo } = await workflowService.describeWorkflowExecution({
      namespace: 'default',
      execution: { workflowId, runId },
    });
    sum += Number(workflowExecutionInfo?.stateTransitionCount ?? 0);
  }
  return sum;
}

/** Wake-ups the relay has sent so far, as the worker counts them. */
export async function wakesSoFar(world: World): Promise<number> {
  const answer = await fetch(world.metricsUrl, { signal: AbortSignal.timeout(10_000) });
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('cauce_wake_cycles_total'));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1) ?? 0), 0);
}

/** Where Temporal keeps its histories here. */
export const temporalStore = 'SQLite file (dev server)';
