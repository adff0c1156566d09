import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Kept, Supervisor } from '../supervisor.ts';
import { words } from '../words.ts';
import { buildPages } from './build-pages.ts';
import { databaseReady } from './database-ready.ts';
import { demonstrationKey } from './demonstration-key.ts';
import { firstAdministrator } from './first-administrator.ts';
import { sandboxProcess, webProcess, workerProcess } from './our-processes.ts';
import { childEnvironment, isDemonstration, type Plan } from './plan.ts';
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
  const ground = Promise.all([databaseReady(plan, supervisor, say), temporalReady(plan, supervisor, say)]).then(
    ([databaseUrl, temporalAddress]) => ({ databaseUrl, temporalAddress }),
  );
  const keep = (name: string, kept: Promise<Kept>) => step(say, name, async () => supervisor.start(await kept));
  const sandbox = keep(words.sandbox(), sandboxProcess(plan, preparing));
  const worker = Promise.all([ground, prepareBundle(plan, preparing, say)]).then(([there]) =>
    keep(words.worker(), workerProcess(plan, childEnvironment(plan, there))),
  );
  const web = Promise.all([ground, plan.dev || buildPages(plan.logFolder, preparing, say)]).then(([there]) =>
    step(say, words.web(), () => supervisor.start(webProcess(plan, childEnvironment(plan, there)))),
  );
  await Promise.all([sandbox, worker, web]);
  const { databaseUrl, temporalAddress } = await ground;
  const environment = childEnvironment(plan, { databaseUrl, temporalAddress });
  Object.assign(found, { databaseUrl, temporalAddress });
  keepRecord();

  const mark = path.join(plan.folder, 'postgres', 'first-drill');
  if (!plan.databaseUrl && !existsSync(mark)) {
    await playFirstDrill(plan, environment, say);
    writeFileSync(mark, '');
  }
  const key = await demonstrationKey(plan, databaseUrl);
  for (const line of words.welcome(plan.address, plan.ports.temporalUi, plan.logFolder, isDemonstration(plan)))
    say(line);
  if (key) say(words.demonstrationKey(plan.address, key));
  const first = isDemonstration(plan) ? undefined : await firstAdministrator(databaseUrl, plan.address);
  if (first) say(words.firstAdministrator(first));
}

type Noted = Pick<RunRecord, 'databaseUrl' | 'temporalAddress' | 'pids'>;

function noteRun(plan: Plan, noted: Noted): void {
  try {
    recordRun(plan.folder, { pid: process.pid, address: plan.address, ports: plan.ports, ...noted });
  } catch {
    // A disk that is full later must not end what runs.
  }
}
