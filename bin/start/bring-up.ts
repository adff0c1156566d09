import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Supervisor } from '../supervisor.ts';
import { words } from '../words.ts';
import { buildPages } from './build-pages.ts';
import { databaseReady } from './database-ready.ts';
import { sandboxProcess, webProcess, workerProcess } from './our-processes.ts';
import { childEnvironment, type Plan } from './plan.ts';
import { playFirstDrill } from './play-first-drill.ts';
import { prepareBundle } from './prepare-bundle.ts';
import { type RunRecord, recordRun } from './run-record.ts';
import { type Say, step } from './steps.ts';
import { temporalReady } from './temporal-ready.ts';

/** Brings everything up, side by side where nothing waits for another, and says where to go when it is. */
export async function bringUp(plan: Plan, supervisor: Supervisor, say: Say): Promise<void> {
  const found: { databaseUrl?: string; temporalAddress?: string } = {};
  const keepRecord = () => noteRun(plan, { ...found, pids: supervisor.pids() });
  keepRecord();
  setInterval(keepRecord, 500).unref();

  const preparing = childEnvironment(plan, {});
  const [databaseUrl, temporalAddress] = await Promise.all([
    databaseReady(plan, supervisor, say),
    temporalReady(plan, supervisor, say),
    prepareBundle(plan, preparing, say),
    plan.dev ? undefined : buildPages(plan.logFolder, preparing, say),
    step(say, words.sandbox(), () => supervisor.start(sandboxProcess(plan, preparing))),
  ]);
  const environment = childEnvironment(plan, { databaseUrl, temporalAddress });
  await Promise.all([
    step(say, words.worker(), () => supervisor.start(workerProcess(plan, environment))),
    step(say, words.web(), () => supervisor.start(webProcess(plan, environment))),
  ]);
  Object.assign(found, { databaseUrl, temporalAddress });
  keepRecord();

  const mark = path.join(plan.folder, 'postgres', 'first-drill');
  if (!plan.databaseUrl && !existsSync(mark)) {
    await playFirstDrill(plan, environment, say);
    writeFileSync(mark, '');
  }
  for (const line of words.welcome(plan.address, plan.ports.temporalUi, plan.logFolder)) say(line);
}

type Noted = Pick<RunRecord, 'databaseUrl' | 'temporalAddress' | 'pids'>;

function noteRun(plan: Plan, noted: Noted): void {
  try {
    recordRun(plan.folder, { pid: process.pid, address: plan.address, ports: plan.ports, ...noted });
  } catch {
    // A disk that is full later must not end what runs.
  }
}
