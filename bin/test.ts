import { runBrowserTests } from './check/run-browser-tests.ts';
import { type Count, runChecks } from './check/run-checks.ts';
import { runUnitTests } from './check/run-unit-tests.ts';
import { Refusal } from './refusal.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const counts: Count[] = [];
for (const suite of [runChecks, runUnitTests, runBrowserTests]) counts.push(await counted(suite));
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
// A suite of which nothing ran is a failure: silence must never look like success.
const passed = sum('passed');
const failed = sum('failed') + counts.filter((count) => count.passed + count.failed === 0).length;
say(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function counted(suite: (say: (line: string) => void) => Promise<Count>): Promise<Count> {
  try {
    return await suite(say);
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error));
    return { passed: 0, failed: 1 };
  }
}
