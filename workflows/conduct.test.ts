import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConductActivities } from './activities/conduct.ts';
import type { DispatchActivities } from './activities/dispatch.ts';
import type { IntakeActivities } from './activities/intake.ts';
import { bundleWorkflows } from './bundle.ts';
import { type TestTemporal, testTemporal } from './test-temporal.ts';

// What is tested here is the conduct alone: activities say what they are told to, the server and the workflows are real.
const histories = fileURLToPath(new URL('histories/', import.meta.url));
let temporal: TestTemporal;
let codePath: string;
let workers: Worker[];
let running: Promise<unknown>;
let told: Told = {};

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  [temporal, codePath] = await Promise.all([testTemporal(), bundleWorkflows()]);
  const { connection } = temporal;
  workers = await Promise.all(
    ['conduct', 'conduct-emergency', 'dispatch', 'intake'].map((taskQueue) =>
      Worker.create({
        connection,
        taskQueue,
        activities: asTold,
        ...(taskQueue === 'conduct' && { workflowBundle: { codePath } }),
      }),
    ),
  );
  running = Promise.all(workers.map((worker) => worker.run()));
});
afterAll(async () => {
  for (const worker of workers) worker.shutdown();
  await running;
  await temporal.close();
});

type Everything = ConductActivities & DispatchActivities & IntakeActivities;
type Told = Partial<Everything>;

const names = [
  'lookAtRun',
  'enrolPages',
  'stopMembers',
  'advancePartition',
  'drainAccount',
  'performCalls',
  'deliverWebhook',
  'takeInEvents',
  'relay',
  'upkeep',
] satisfies (keyof Everything)[];
const asTold = Object.fromEntries(
  names.map((name) => [name, (argument: never) => (told[name] as (given: never) => Promise<unknown>)(argument)]),
);

/** Runs `play` while the workers answer as told. */
async function withWorkers(activities: Told, play: () => Promise<void>): Promise<void> {
  told = activities;
  await play();
}

const start = (workflow: string, workflowId: string, ...args: unknown[]) =>
  temporal.client.workflow.start(workflow, { workflowId, taskQueue: 'conduct', args });

test('a run enrols page by page, starts each partition at once, and ends with its last member', async () => {
  const nexts = ['enrol', 'enrol', 'wait', 'end'] as const;
  let looks = 0;
  let pages = 0;
  const advanced: number[] = [];
  const activities: Told = {
    lookAtRun: async () => ({ next: nexts[Math.min(looks++, 3)] ?? 'end' }),
    enrolPages: async () => ({ opened: [{ partitionId: 10 + pages, k: pages++ }] }),
    advancePartition: async (partitionId) => {
      advanced.push(partitionId);
      return { closed: true, nextDueAt: null };
    },
  };
  await withWorkers(activities, async () => {
    const run = await start('runWorkflow', 'run/a', { runId: 'a', lane: 1, priority: 3 });
    await until(() => looks >= 3);
    await run.signal('look');
    await run.result();
    await remember('run', 'run/a');
    for (const k of [0, 1]) await temporal.client.workflow.getHandle(`run/a/p/${k}`).result();
    expect(advanced.sort()).toEqual([10, 11]);
    await remember('partition', 'run/a/p/0');
  });
});

test('a partition that the relay started first does not break its run', async () => {
  const nexts = ['enrol', 'end'] as const;
  let looks = 0;
  const activities: Told = {
    lookAtRun: async () => ({ next: nexts[Math.min(looks++, 1)] ?? 'end' }),
    enrolPages: async () => ({ opened: [{ partitionId: 1, k: 0 }] }),
    advancePartition: async () => ({ closed: false, nextDueAt: null }),
  };
  await withWorkers(activities, async () => {
    const partition = await start('partitionWorkflow', 'run/b/p/0', { partitionId: 1, lane: 1, priority: 3 });
    await (await start('runWorkflow', 'run/b', { runId: 'b', lane: 1, priority: 3 })).result();
    await partition.terminate();
  });
});

test('a run that is stopped ends its members in pages and then ends', async () => {
  const nexts = ['wait', 'stop', 'end'] as const;
  let looks = 0;
  let stopped = 0;
  const activities: Told = {
    lookAtRun: async () => ({ next: nexts[Math.min(looks++, 2)] ?? 'end' }),
    stopMembers: async () => {
      stopped++;
    },
  };
  await withWorkers(activities, async () => {
    const run = await start('runWorkflow', 'run/s', { runId: 's', lane: 2, priority: 5 });
    await until(() => looks >= 1);
    await run.signal('look');
    await run.result();
    expect(stopped).toBe(1);
  });
});

test('a partition continues as new and advances before it sleeps, so no wake is lost on the way', async () => {
  let advances = 0;
  const activities: Told = {
    advancePartition: async () => {
      advances++;
      await sleep(30);
      return { closed: advances >= 12, nextDueAt: null };
    },
  };
  await withWorkers(activities, async () => {
    const args = { partitionId: 1, lane: 0, priority: 1, cycles: 3 };
    const first = await start('partitionWorkflow', 'run/c/p/0', args);
    const id = 'run/c/p/0';
    // Signals arrive at any moment, also while one execution hands over to the next.
    const enough = () => advances >= 12;
    const until = performance.now() + 20_000;
    while (!enough() && performance.now() < until) {
      await temporal.client.workflow
        .getHandle(id)
        .signal('look')
        .catch(() => undefined);
      await sleep(25);
    }
    await first.result();
    expect(advances).toBe(12);
    const executions = temporal.client.workflow.list({ query: `WorkflowId = '${id}'` });
    let count = 0;
    for (let attempt = 0; attempt < 20 && count < 4; attempt++) {
      count = 0;
      for await (const _ of executions) count++;
      await sleep(100);
    }
    expect(count).toBe(4);
    await remember('partition-continued', id, first.firstExecutionRunId);
  });
});

test('a wake that comes while a partition advances makes it advance again', async () => {
  let advances = 0;
  const activities: Told = {
    advancePartition: async () => {
      advances++;
      if (advances === 1) {
        await temporal.client.workflow.getHandle('run/d/p/0').signal('look');
        await sleep(200);
      }
      return { closed: advances === 2, nextDueAt: null };
    },
  };
  await withWorkers(activities, async () => {
    await (await start('partitionWorkflow', 'run/d/p/0', { partitionId: 1, lane: 1, priority: 3 })).result();
    expect(advances).toBe(2);
  });
});

test('an activity that fails is tried again within five seconds, however often', async () => {
  let attempts = 0;
  const activities: Told = {
    advancePartition: async () => {
      if (++attempts < 4) throw new Error('connection lost');
      return { closed: true, nextDueAt: null };
    },
  };
  await withWorkers(activities, async () => {
    await (await start('partitionWorkflow', 'run/e/p/0', { partitionId: 1, lane: 1, priority: 3 })).result();
    expect(attempts).toBe(4);
  });
});

test('an account rests until its next time, wakes for new messages, and ends after a minute without', async () => {
  let drains = 0;
  const activities: Told = {
    drainAccount: async () => ({ handed: 1, nextAt: ++drains < 3 ? Date.now() + 300 : null }),
  };
  await withWorkers(activities, async () => {
    const account = await start('accountWorkflow', 'account/1', { accountId: 1 });
    await until(() => drains >= 3);
    await account.signal('look');
    await until(() => drains >= 4);
    await remember('account', 'account/1');
    await account.terminate();
  });
});

test('a webhook rests until its next try is near, and ends when it is far: the relay knows when', async () => {
  let tries = 0;
  const activities: Told = {
    deliverWebhook: async () => ({ delivered: 1, nextAt: ++tries < 3 ? Date.now() + 200 : Date.now() + 300_000 }),
  };
  await withWorkers(activities, async () => {
    const webhook = await start('webhookWorkflow', 'webhook/1', { webhookId: '1' });
    await until(() => tries >= 3);
    await webhook.signal('look');
    await until(() => tries >= 4);
    await remember('webhook', 'webhook/1');
    await webhook.terminate();
  });
});

test('endpoint, intake, relay and upkeep are conducted', async () => {
  const called = new Set<string>();
  const activities: Told = {
    performCalls: async () => (called.add('calls'), { made: 0, nextAt: null }),
    takeInEvents: async () => void called.add('events'),
    upkeep: async () => void called.add('upkeep'),
    relay: async () => {
      called.add('relay');
      await sleep(1_000);
    },
  };
  await withWorkers(activities, async () => {
    const forever = [
      await start('endpointWorkflow', 'endpoint/1', { endpointId: 1 }),
      await start('intakeWorkflow', 'intake'),
      await start('relayWorkflow', 'relay'),
    ];
    await (await start('upkeepWorkflow', 'upkeep')).result();
    await until(() => called.size === 4);
    await sleep(500);
    for (const name of ['endpoint/1', 'intake', 'relay', 'upkeep']) await remember(name.split('/')[0] ?? name, name);
    for (const workflow of forever) await workflow.terminate();
  });
});

test('histories of earlier versions replay with the workflows of today', async () => {
  const files = readdirSync(histories).filter((name) => name.endsWith('.json'));
  expect(files.length).toBeGreaterThanOrEqual(7);
  for (const file of files) {
    const history: unknown = JSON.parse(readFileSync(histories + file, 'utf8'));
    await Worker.runReplayHistory({ workflowBundle: { codePath }, replayName: file }, history);
  }
});

/** `CAUCE_RECORD_HISTORIES=1` keeps what was lived as the histories to replay from then on. */
async function remember(name: string, workflowId: string, runId?: string): Promise<void> {
  if (process.env['CAUCE_RECORD_HISTORIES'] === undefined) return;
  const { historyToJSON } = await import('@temporalio/common/lib/proto-utils.js');
  const history = await temporal.client.workflow.getHandle(workflowId, runId).fetchHistory();
  mkdirSync(histories, { recursive: true });
  writeFileSync(`${histories}${name}.json`, `${historyToJSON(history)}\n`);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20);
}
