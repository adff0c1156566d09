import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bootProduct } from '#bin/e2e.ts';

// The product that was booted for the other tests is killed here, so this file runs last.
const folder = process.env['CAUCE_DIR'] ?? '';
const record = () =>
  JSON.parse(readFileSync(path.join(folder, 'run.json'), 'utf8')) as { pid: number; pids: Record<string, number> };
/** Ten seconds, as long as nobody else uses the machine. */
const promisedMs = 10_000 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

test('kill -9 of npm start takes every process of it along', async () => {
  const { pid, pids } = record();
  expect(Object.keys(pids).sort()).toEqual(['postgres', 'sandbox', 'temporal', 'web', 'worker']);
  process.kill(pid, 'SIGKILL');
  await until(() => !Object.values(pids).some(alive), 45_000);
});

test('the next start finds everything as it was, is up in ten seconds, and Ctrl-C leaves nothing', async () => {
  const began = Date.now();
  const product = await bootProduct(folder, () => undefined);
  const took = Date.now() - began;
  expect(product.said()).not.toMatch(/demonstration data|Datos de demostración/);
  expect(took).toBeLessThan(promisedMs);
  expect((await fetch(`${product.address}/ready`)).status).toBe(200);
  const { pids } = record();
  expect(await product.stop()).toBe(0);
  expect(Object.values(pids).filter(alive)).toEqual([]);
}, 180_000);

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean, withinMs: number): Promise<void> {
  for (const deadline = Date.now() + withinMs; !holds(); await sleep(100))
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms`);
}
