import type { Client } from '@temporalio/client';

/** How the time-keeping half stands: whether Temporal answers, when the relay was last heard, and who takes work from which queue. */
export type SystemState =
  | { reachable: false }
  | {
      reachable: true;
      relayHeardAt: number | null;
      queues: { queue: string; workers: number; heardAt: number | null }[];
    };

const queues = ['conduct', 'conduct-emergency', 'dispatch', 'intake'];

/** Asks Temporal, for three seconds at most; moments in epoch ms. */
export async function systemState(client: Client): Promise<SystemState> {
  try {
    return await client.withDeadline(Date.now() + 3_000, async () => {
      const [relayHeardAt, ...told] = await Promise.all([
        relayHeard(client),
        ...queues.map((queue) => pollers(client, queue)),
      ]);
      return { reachable: true, relayHeardAt, queues: told };
    });
  } catch {
    return { reachable: false };
  }
}

async function relayHeard(client: Client): Promise<number | null> {
  const { raw } = await client.workflow.getHandle('relay').describe();
  const beats = (raw.pendingActivities ?? []).flatMap(({ lastHeartbeatTime, lastStartedTime }) => [
    msOf(lastHeartbeatTime),
    msOf(lastStartedTime),
  ]);
  return latest(beats);
}

async function pollers(client: Client, queue: string) {
  const { pollers: found } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: queue },
    taskQueueType: 2, // activities: whoever polls for them does the work
  });
  const heard = (found ?? []).map(({ lastAccessTime }) => msOf(lastAccessTime));
  return { queue, workers: new Set((found ?? []).map(({ identity }) => identity)).size, heardAt: latest(heard) };
}

/** A protobuf timestamp in epoch ms; its seconds come as a Long. */
function msOf(at: { seconds?: unknown; nanos?: number | null } | null | undefined): number | null {
  return at?.seconds === undefined || at.seconds === null
    ? null
    : Number(String(at.seconds)) * 1_000 + Math.floor((at.nanos ?? 0) / 1e6);
}

function latest(moments: (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null);
  return known.length > 0 ? Math.max(...known) : null;
}
