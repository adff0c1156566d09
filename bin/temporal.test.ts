import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from './refusal.ts';
import { freePorts } from './start/ports.ts';
import { answersAt, startTemporal } from './temporal.ts';
import { temporalBinary } from './temporal-binary.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'cauce-temporal-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dir, { recursive: true, force: true });
});

test('answers once started, and no more once stopped', async () => {
  const [port = 0, uiPort = 0] = await freePorts(2);
  const temporal = await startTemporal({ dir, port, uiPort });
  expect(await answersAt(temporal.address)).toBe(true);
  await temporal.stop();
  expect(await answersAt(temporal.address)).toBe(false);
});

test('takes what is cached when PATH has no temporal', async () => {
  withoutTemporal();
  const fetched = await temporalBinary(
    () => undefined,
    [{ name: () => 'a source', fetch: async (folder) => fake(folder) }],
  );
  expect(fetched.startsWith(dir)).toBe(true);
  expect(await temporalBinary(() => undefined, [])).toBe(fetched);
});

test('tells everything it tried when there is none to be had', async () => {
  withoutTemporal();
  const refused = { name: () => 'download from example.org', fetch: async () => Promise.reject(new Error('HTTP 403')) };
  const broken = { name: () => 'another source', fetch: async (folder: string) => fake(folder, 'exit 1') };
  const refusal = await temporalBinary(() => undefined, [refused, broken]).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  const { message } = refusal as Refusal;
  for (const tried of ['PATH', dir, 'download from example.org (HTTP 403)', 'another source', 'TEMPORAL_ADDRESS']) {
    expect(message).toContain(tried);
  }
  expect(message).not.toContain('\n');
});

function withoutTemporal(): void {
  vi.stubEnv('PATH', '/usr/bin:/bin');
  vi.stubEnv('XDG_CACHE_HOME', dir);
}

function fake(folder: string, script = 'exit 0'): void {
  const file = path.join(folder, 'temporal');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
