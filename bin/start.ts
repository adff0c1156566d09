import { mkdirSync } from 'node:fs';
import { Refusal } from './refusal.ts';
import { root } from './root.ts';
import { bringUp } from './start/bring-up.ts';
import { explain } from './start/explain.ts';
import { neededPorts, planStart } from './start/plan.ts';
import { refuseBusyPorts } from './start/ports.ts';
import { forgetRun, runningCauce, sweepLeftovers } from './start/run-record.ts';
import { isLoopback } from './start/web-command.ts';
import { supervise } from './supervisor.ts';
import { words } from './words.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const plan = planStart(process.argv);
const running = runningCauce(plan.folder);
if (running) {
  say(words.alreadyRunning(running.address, running.pid));
  process.exit(0);
}

let leaving = false;
const supervisor = supervise({
  logFolder: plan.logFolder,
  tell: ({ name, event, restartInMs = 0 }) => {
    if (!leaving && event === 'died') say(words.died(name, restartInMs));
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
watchParent();

try {
  makeFolder();
  await sweepLeftovers(plan.folder, [root, plan.folder]);
  await refuseBusyPorts(neededPorts(plan));
  if (!isLoopback(plan.host)) say(words.hostWarning(plan.host));
  await bringUp(plan, supervisor, say);
} catch (error) {
  if (!leaving) process.stderr.write(`${explain(error, plan)}\n`);
  await leave(1);
}

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  const anything = Object.keys(supervisor.pids()).length > 0;
  if (anything) say(words.stopping());
  await supervisor.stop();
  forgetRun(plan.folder);
  if (anything) say(words.stopped());
  process.exit(code);
}

function makeFolder(): void {
  try {
    mkdirSync(plan.folder, { recursive: true });
  } catch (error) {
    throw new Refusal(words.folderReadOnly(plan.folder, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

/** Under npm, a killed npm leaves us without anyone to press Ctrl-C for: that counts as one. */
function watchParent(): void {
  if (!plan.underNpm) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void leave(0), 1_000).unref();
}
