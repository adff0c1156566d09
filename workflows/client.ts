import { Client, Connection, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { temporalSettings } from './connect-temporal.ts';
import { priorityOf, type Target, workflowIdOf } from './wake.ts';

/** Opens the way to Temporal by the process's settings; lazy, so that a page can be served while Temporal is away. */
export function openTemporal(): Client {
  const { namespace, connection } = temporalSettings();
  return new Client({ namespace, connection: Connection.lazy(connection) });
}

/** Makes sure that what is always there is there: the relay, the intake and the upkeep schedule. Safe to repeat. */
export async function ensureSystem(client: Client): Promise<void> {
  await startOnce(client, 'relayWorkflow', 'relay', 1);
  await startOnce(client, 'intakeWorkflow', 'intake', 2);
  await scheduleUpkeep(client);
}

/** Says "look again" to whoever conducts this work, and starts them under their fixed id where they are missing. */
export async function look(client: Client, target: Target): Promise<void> {
  const { workflow, args, lane } = conductorOf(target);
  await client.workflow.signalWithStart(workflow, {
    workflowId: workflowIdOf(target),
    taskQueue: 'conduct',
    args,
    signal: 'look',
    priority: { priorityKey: priorityOf(lane) },
  });
}

/** Has a run looked at now (launch, pause, resume, stop). */
export function pokeRun(client: Client, run: { id: string; lane: number }): Promise<boolean> {
  return poke(client, { kind: 'run', runId: run.id, lane: run.lane });
}

/**
 * Has something looked at now instead of at the relay's next tick. Never needed for correctness: the relay sees the same in
 * Postgres, so a Temporal that is away is no reason to fail.
 */
export async function poke(client: Client, target: Target): Promise<boolean> {
  try {
    await client.withDeadline(Date.now() + 2_000, () => look(client, target));
    return true;
  } catch {
    return false;
  }
}

function conductorOf(target: Target): { workflow: string; args: unknown[]; lane: number } {
  switch (target.kind) {
    case 'run': {
      const { runId, lane } = target;
      return { workflow: 'runWorkflow', args: [{ runId, lane, priority: priorityOf(lane) }], lane };
    }
    case 'partition': {
      const { partitionId, lane } = target;
      return { workflow: 'partitionWorkflow', args: [{ partitionId, lane, priority: priorityOf(lane) }], lane };
    }
    case 'account':
      return { workflow: 'accountWorkflow', args: [{ accountId: target.accountId }], lane: 0 };
    case 'endpoint':
      return { workflow: 'endpointWorkflow', args: [{ endpointId: target.endpointId }], lane: 1 };
    case 'request': {
      const { requestId, lane } = target;
      return { workflow: 'requestWorkflow', args: [{ requestId, priority: priorityOf(lane) }], lane };
    }
    case 'intake':
      return { workflow: 'intakeWorkflow', args: [], lane: 0 };
    case 'webhook':
      return { workflow: 'webhookWorkflow', args: [{ webhookId: target.webhookId }], lane: 2 };
  }
}

async function startOnce(client: Client, workflow: string, workflowId: string, priorityKey: number): Promise<void> {
  await client.workflow.start(workflow, {
    workflowId,
    taskQueue: 'conduct',
    workflowIdConflictPolicy: 'USE_EXISTING',
    priority: { priorityKey },
    args: [],
  });
}

async function scheduleUpkeep(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: 'upkeep',
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
      action: { type: 'startWorkflow', workflowType: 'upkeepWorkflow', workflowId: 'upkeep', taskQueue: 'conduct' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
