import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../postgres.ts';
import { freePorts } from '../start/ports.ts';
import { startTemporal } from '../temporal.ts';
import type { Count } from './run-checks.ts';
import { runVitest } from './run-vitest.ts';

/** Runs every test beside the sources, on one Postgres and one Temporal that are thrown away afterwards. */
export async function runUnitTests(say: (line: string) => void): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-test-'));
  const [port = 0, temporalPort = 0, uiPort = 0] = await freePorts(3);
  const postgres = await startPostgres({ dir: folder, port, settings: { fsync: 'off', shared_buffers: '256MB' } });
  const temporal = await startTemporal({ dir: folder, port: temporalPort, uiPort }, say);
  try {
    return await runVitest({
      args: [],
      env: { CAUCE_TEST_POSTGRES: postgres.url, CAUCE_TEST_TEMPORAL: temporal.address },
      report: path.join(folder, 'vitest.json'),
    });
  } finally {
    await temporal.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
