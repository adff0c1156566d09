import { mkdirSync } from 'node:fs';
import { Refusal } from './refusal.ts';
import { root } from './root.ts';
import { endErrands } from './run-once.ts';
import { bringUp } from './start/bring-up.ts';
import { explain } from './start/explain.ts';
import { neededPorts, type Plan, planStart } from './start/plan.ts';
import { refuseBusyPorts } from './start/ports.ts';
import { forgetRun, runningCauce, sweepLeftovers } from './start/run-record.ts';
import { isPlain } from './start/web-command.ts';
import { type Supervisor, supervise } from './supervisor.ts';
import { words } from './words.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
let plan: Plan | undefined;
let supervisor: Supervisor | undefined;
let leaving = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));

try {
  plan = planStart(process.argv);
  await start(plan);
} catch (error) {
  if (!leaving) process.stderr.write(`${explain(error, plan?.folder ?? '')}\n`);
  await leave(1);
}

async function start(plan: Plan): Promise<void> {
  const running = runningCauce(plan.folder);
  if (running) {
    say(words.alreadyRunning(running.address, running.pid));
    process.exit(0);
  }
  makeFolder(plan.folder);
  if (plan.underNpm) watchParent();
  supervisor = supervise({
    logFolder: plan.logFolder,
    tell: ({ name, event, restartInMs = 0 }) => {
      if (!leaving && event === 'died') say(words.died(name, restartInMs));
    },
  });
  await sweepLeftovers(plan.folder, [root, plan.folder]);
  await refuseBusyPorts(neededPorts(plan));
  if (isPlain(plan.host)) say(words.plainWarning(plan.host));
  await bringUp(plan, supervisor, say);
}

/** Ctrl-C, a signal or a failure: everything stops in order, once. */
async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  const anything = supervisor && Object.keys(supervisor.pids()).length > 0;
  if (anything) say(words.stopping());
  // A build, or a database half made, would go on by itself for a while and be in the way of the next start.
  await Promise.all([supervisor?.stop(), endErrands()]);
  if (plan && supervisor) forgetRun(plan.folder);
  if (anything) say(words.stopped());
  process.exit(code);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Refusal(words.folderReadOnly(folder, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

/** A killed npm leaves nobody to press Ctrl-C for: that counts as one. */
function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void leave(0), 1_000).unref();
}
