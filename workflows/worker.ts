import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Client } from '@temporalio/client';
import { makeTelemetryFilterString, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { connect, type Database } from '#drizzle/database.ts';
import { env } from '#env';
import { conductActivities } from './activities/conduct.ts';
import { closeConnections } from './activities/connection-of.ts';
import { dispatchActivities } from './activities/dispatch.ts';
import { intakeActivities } from './activities/intake.ts';
import { bundleWorkflows } from './bundle.ts';
import { ensureSystem } from './client.ts';
import { temporalSettings } from './connect-temporal.ts';
import { openHealthDoor } from './health-door.ts';
import { type Log, openLog } from './log.ts';
import { measured } from './measured.ts';
import { temporalLogger } from './temporal-logger.ts';

export const queues = ['conduct', 'dispatch', 'intake'] as const;
export type Queue = (typeof queues)[number];

export type WorkerSettings = {
  queues: readonly Queue[];
  databaseUrl: string;
  sandboxUrl: string;
  /** Where the key that signs the audit is; without it this process signs nothing. */
  auditFolder?: string | undefined;
  temporal: ReturnType<typeof temporalSettings>;
  log: Log;
};
export type RunningWorker = {
  /** Ends when the worker was stopped; throws when it cannot go on. */
  done: Promise<void>;
  stop: () => void;
  ready: () => Promise<boolean>;
};

/**
 * Starts the workers of the given queues in this process: workflows live on `conduct`; emergencies have slots and a
 * Postgres pool of their own; moving crowds never takes more than the cores there are.
 */
export async function startWorker({
  queues,
  databaseUrl,
  sandboxUrl,
  auditFolder,
  temporal,
  log,
}: WorkerSettings): Promise<RunningWorker> {
  const { namespace } = temporal;
  const connection = await NativeConnection.connect(temporal.connection);
  const client = new Client({ connection, namespace });
  const busy = new Set<string>();
  const pools: Database[] = [];
  const pool = (name: string, max: number) => {
    const database = connect(databaseUrl, { max, name: `cauce ${name}` });
    pools.push(database);
    return database;
  };
  const cores = Math.max(2, availableParallelism());
  const common = {
    connection,
    namespace,
    shutdownForceTime: '15 seconds',
    interceptors: { activity: [measured] },
    maxConcurrentActivityTaskPolls: 2,
  } satisfies Partial<WorkerOptions>;
  const workers: Worker[] = [];
  const serve = async (options: Omit<WorkerOptions, keyof typeof common>) =>
    workers.push(await Worker.create({ ...common, ...options }));

  if (queues.includes('conduct')) {
    await serve({
      taskQueue: 'conduct',
      workflowBundle: { codePath: await bundleWorkflows() },
      activities: conductActivities(pool('conduct', cores + 2), busy),
      maxConcurrentActivityTaskExecutions: cores,
      maxConcurrentWorkflowTaskExecutions: 20,
      maxConcurrentWorkflowTaskPolls: 4,
      maxCachedWorkflows: 200,
      reuseV8Context: true,
    });
    await serve({
      taskQueue: 'conduct-emergency',
      activities: conductActivities(pool('emergency', cores + 2), busy),
      maxConcurrentActivityTaskExecutions: cores,
    });
  }
  if (queues.includes('dispatch'))
    await serve({
      taskQueue: 'dispatch',
      activities: dispatchActivities(pool('dispatch', 12), busy),
      maxConcurrentActivityTaskExecutions: 40,
    });
  if (queues.includes('intake'))
    await serve({
      taskQueue: 'intake',
      activities: intakeActivities(pool('intake', 6), busy, { client, log, sandboxUrl, auditFolder }),
      maxConcurrentActivityTaskExecutions: 6,
    });

  const stopping = new AbortController();
  const attending = attend(client, log, stopping.signal);
  const stop = () => {
    stopping.abort();
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  const running = Promise.all(workers.map((worker) => worker.run())).catch((error: unknown) => {
    stop(); // one that cannot go on takes the others with it: the supervisor starts all anew
    throw error;
  });
  return {
    stop,
    ready: async () =>
      workers.every((worker) => worker.getState() === 'RUNNING') && (await pools[0]?.query('select 1'))?.rowCount === 1,
    done: running
      .then(() => undefined)
      .finally(async () => {
        stopping.abort();
        await attending;
        await closeConnections();
        await Promise.all(pools.map((database) => database.end()));
        await connection.close();
      }),
  };
}

/** Keeps what is always there there, also after Temporal lost everything: its file may be deleted under it. */
async function attend(client: Client, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await client
      .withDeadline(Date.now() + 10_000, () => ensureSystem(client))
      .catch((error: unknown) => log.warn({ error }, 'Temporal does not answer'));
    await sleep(5_000, undefined, { signal }).catch(() => undefined);
  }
}

function chosenQueues(): Queue[] {
  const { values } = parseArgs({ options: { queues: { type: 'string', default: queues.join(',') } } });
  const named = values.queues.split(',').map((name) => name.trim());
  const unknown = named.find((name) => !(queues as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`--queues ${unknown}: ${queues.join(', ')}`);
  return queues.filter((queue) => named.includes(queue));
}

async function main(): Promise<void> {
  const { CAUCE_DIR, DATABASE_URL, LOG_LEVEL, METRICS_HOST, METRICS_PORT, SANDBOX_PORT } = env();
  if (!DATABASE_URL) throw new Error('DATABASE_URL');
  const log = openLog(LOG_LEVEL);
  Runtime.install({
    logger: temporalLogger(log),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} } },
    shutdownSignals: [],
  });
  const chosen = chosenQueues();
  const worker = await startWorker({
    queues: chosen,
    databaseUrl: DATABASE_URL,
    sandboxUrl: `http://127.0.0.1:${SANDBOX_PORT}`,
    auditFolder: join(CAUCE_DIR, 'audit'),
    temporal: temporalSettings(),
    log,
  });
  const door = openHealthDoor(METRICS_PORT, METRICS_HOST, { alive: () => true, ready: worker.ready });
  door.on('error', (error) => log.warn({ error }, 'health and metrics are not shown'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, worker.stop);
  log.info({ queues: chosen }, 'worker started');
  await worker.done.finally(() => door.close());
  log.info({}, 'worker stopped');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
