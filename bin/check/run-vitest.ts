import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { inheritedEnvironment } from '#env';
import { root } from '../root.ts';
import type { Count } from './run-checks.ts';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
});

/** Runs Vitest to its end and counts from its own report; a run that breaks off without a report counts as one failure. */
export async function runVitest(wish: { args: string[]; env: Record<string, string>; report: string }): Promise<Count> {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${wish.report}`];
  const child = spawn(process.execPath, [vitest, 'run', ...wish.args, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...inheritedEnvironment(), ...wish.env },
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (!existsSync(wish.report)) return { passed: 0, failed: 1 };
  const report = reportSchema.parse(JSON.parse(readFileSync(wish.report, 'utf8')));
  // A file that could not be loaded, or an error outside any test, fails the run without failing a test.
  const broken = report.numFailedTests === 0 && (code !== 0 || !report.success) ? 1 : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}
