import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { planStart } from './start/plan.ts';
import { runningCauce } from './start/run-record.ts';
import { words } from './words.ts';

const { folder } = planStart(process.argv);
const running = runningCauce(folder);
if (running) {
  process.stderr.write(`${words.resetWhileRunning(running.pid)}\n`);
  process.exit(1);
}
if (process.argv.includes('--yes') || (await agreed())) {
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${words.resetDone()}\n`);
} else {
  process.stdout.write(`${words.resetKept()}\n`);
  process.exit(1);
}

async function agreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Without anybody to answer, the end of the input is a no.
  const silence = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([terminal.question(words.resetQuestion(folder)), silence]);
  terminal.close();
  return /^[sy]/i.test(answer.trim());
}
