import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { commandOf } from './process-table.ts';
import { endErrands, runOnce } from './run-once.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cauce-errand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const errand = (script: string) => ({
  name: 'errand',
  command: process.execPath,
  args: ['-e', script],
  cwd: folder,
  logFolder: folder,
});

test('runs to its end and gives its last words; a failure throws with them', async () => {
  expect(await runOnce(errand(`console.log('done')`))).toEqual(['done']);
  await expect(runOnce(errand(`console.log('no'); process.exit(3)`))).rejects.toMatchObject({ lastWords: ['no'] });
});

test('when errands are ended, nothing of them is left, even of one that does not listen, and none begins any more', async () => {
  const file = path.join(folder, 'pids');
  // A build of two processes that both ignore a polite end.
  const deaf = `process.on('SIGTERM', () => {}); require('fs').appendFileSync('${file}', process.pid + ' '); setInterval(() => {}, 1000);`;
  const family = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(deaf)}], { stdio: 'inherit' }); ${deaf}`;
  const ending = expect(runOnce(errand(family))).rejects.toMatchObject({ process: 'errand' });
  const pids = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').map(Number) : []);
  while (pids().length < 2) await sleep(50);
  await endErrands();
  await ending;
  expect(pids().map(commandOf)).toEqual(['', '']);
  await expect(runOnce(errand(''))).rejects.toMatchObject({ process: 'errand' });
});
