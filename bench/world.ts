import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { preparePostgres } from '#bin/postgres.ts';
import { root } from '#bin/root.ts';
import { buildPages } from '#bin/start/build-pages.ts';
import { sandboxProcess, webProcess, workerProcess } from '#bin/start/our-processes.ts';
import { childEnvironment, type Plan } from '#bin/start/plan.ts';
import { freePorts } from '#bin/start/ports.ts';
import { prepareBundle } from '#bin/start/prepare-bundle.ts';
import { type Kept, type Supervisor, supervise } from '#bin/supervisor.ts';
import { prepareTemporal } from '#bin/temporal.ts';
import { connect, type Database } from '#drizzle/database.ts';
import { migrate } from '#drizzle/migrate.ts';
import { describeMachine, loadNow, type Machine } from './machine.ts';

export type Part = 'temporal' | 'sandbox' | 'worker' | 'web';
export type Say = (line: string) => void;
export type Wish = {
  parts: readonly Part[];
  say: Say;
  /** Builds the pages first when their sources changed, as `npm start` does. */
  build: boolean;
  /** Leaves the folder (logs, database, ledger) behind. */
  keep: boolean;
  /** Stands between our processes and Temporal: takes its address, answers the one to use instead. */
  between?: (temporalAddress: string) => Promise<string>;
};

/** A Cauce of its own: every process as `npm start` runs it, in a folder and on ports of its own. */
export type World = {
  folder: string;
  database: Database;
  databaseUrl: string;
  supervisor: Supervisor;
  temporal: Client;
  temporalAddress: string;
  sandboxUrl: string;
  sandboxFolder: string;
  sandboxSmtpPort: number;
  sandboxSecret: string;
  webUrl: string;
  metricsUrl: string;
  environment: NodeJS.ProcessEnv;
  machine: Machine;
  say: Say;
  /** A second worker beside the first; resolves when it is ready. */
  secondWorker: () => Promise<void>;
  close: () => Promise<void>;
};

/** Under load of others a start may take long; here nobody waits at a screen. */
const patienceMs = 300_000;

/** Brings up Postgres and the parts wished for, under the settings of `npm start`; what was started is stopped when it fails. */
export async function bringUpWorld(wish: Wish): Promise<World> {
  const load = loadNow();
  const plan = await planOfWorld();
  const supervisor = supervise({
    logFolder: plan.logFolder,
    tell: ({ name, event, restartInMs = 0 }) =>
      event === 'died' && wish.say(`  ${name} died, again in ${restartInMs} ms`),
  });
  const leave = async () => {
    await supervisor.stop();
    if (!wish.keep) rmSync(plan.folder, { recursive: true, force: true });
    else wish.say(`kept: ${plan.folder}`);
  };
  try {
    return await raise(plan, supervisor, wish, load, leave);
  } catch (error) {
    await leave();
    throw error;
  }
}

async function raise(
  plan: Plan,
  supervisor: Supervisor,
  wish: Wish,
  load: number[],
  leave: () => Promise<void>,
): Promise<World> {
  const { ports, folder } = plan;
  const wants = (part: Part) => wish.parts.includes(part);
  const start = (kept: Kept) => supervisor.start({ ...kept, readyWithinMs: patienceMs });
  const preparing = environmentOf(plan, {});
  if (wants('worker')) await prepareBundle(plan, preparing, wish.say);
  if (wants('web') && wish.build) await buildPages(plan.logFolder, preparing, wish.say);

  const postgres = await preparePostgres({ dir: path.join(folder, 'postgres'), port: ports.postgres });
  const temporal = wants('temporal')
    ? await prepareTemporal({ dir: folder, port: ports.temporal, uiPort: ports.temporalUi }, wish.say)
    : undefined;
  await start(postgres.kept);
  await migrate(postgres.url);
  if (temporal) await start(temporal.kept);
  const direct = temporal?.address ?? 'localhost:7233'; // a world without Temporal never asks it
  const address = temporal && wish.between ? await wish.between(direct) : direct;
  const environment = environmentOf(plan, { databaseUrl: postgres.url, temporalAddress: address });
  const worker = await workerProcess(plan, environment);
  if (wants('sandbox')) await start(await sandboxProcess(plan, environment));
  if (wants('worker')) await start(worker);
  if (wants('web')) await start(webProcess(plan, environment));

  const database = connect(postgres.url, { max: 6, name: 'bench' });
  const client = new Client({ connection: Connection.lazy({ address }) });
  const machine = await describeMachine({ database, temporalCommand: temporal?.kept.command ?? '' }, load);
  return {
    folder,
    database,
    databaseUrl: postgres.url,
    supervisor,
    temporal: client,
    temporalAddress: direct,
    sandboxUrl: `http://127.0.0.1:${ports.sandbox}`,
    sandboxFolder: path.join(folder, 'sandbox'),
    sandboxSmtpPort: ports.sandboxSmtp,
    sandboxSecret: environment['SANDBOX_SECRET'] ?? '',
    webUrl: plan.address,
    metricsUrl: `http://127.0.0.1:${ports.metrics}/metrics`,
    environment,
    machine,
    say: wish.say,
    secondWorker: async () => {
      const [port = 0] = await freePorts(1);
      const env = { ...environment, METRICS_PORT: String(port) };
      const ready = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
      await start({ ...worker, name: 'worker-2', env, ready });
    },
    close: async () => {
      await client.connection.close();
      await database.end();
      await leave();
    },
  };
}

async function planOfWorld(): Promise<Plan> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-bench-'));
  const built = path.join(root, '.cauce', 'build');
  mkdirSync(built, { recursive: true });
  symlinkSync(built, path.join(folder, 'build')); // bundles are named by their sources: one of another world serves too
  const ports = await freePorts(7);
  const [web = 0, postgres = 0, temporal = 0, temporalUi = 0, sandbox = 0, sandboxSmtp = 0, metrics = 0] = ports;
  return {
    dev: false,
    underNpm: false,
    folder,
    logFolder: path.join(folder, 'log'),
    address: `http://127.0.0.1:${web}`,
    host: '127.0.0.1',
    databaseUrl: undefined,
    temporalAddress: undefined,
    ports: { web, postgres, temporal, temporalUi, sandbox, sandboxSmtp, metrics },
  };
}

/** Whatever the shell sets for another Cauce must not lead into that one. */
function environmentOf(plan: Plan, found: { databaseUrl?: string; temporalAddress?: string }): NodeJS.ProcessEnv {
  return {
    ...childEnvironment(plan, found),
    TEMPORAL_NAMESPACE: 'default',
    SANDBOX_DIR: path.join(plan.folder, 'sandbox'),
    CALLBACK_URL: `${plan.address}/api/receipts`,
  };
}
