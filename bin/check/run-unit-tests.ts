import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../postgres.ts';
import { freePorts } from '../start/ports.ts';
import { temporalBinary } from '../temporal-binary.ts';
import type { Count } from './run-checks.ts';
import { runVitest } from './run-vitest.ts';

/** Runs every test beside the sources, on one Postgres that is thrown away afterwards, with a Temporal at hand. */
export async function runUnitTests(say: (line: string) => void): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cauce-test-'));
  const [port = 0] = await freePorts(1);
  // Found before the tests begin: building it takes longer than any of them may.
  const temporal = await temporalBinary(say);
  const postgres = await startPostgres({ dir: folder, port, settings: { fsync: 'off', shared_buffers: '256MB' } });
  try {
    return await runVitest({
      args: [],
      env: { CAUCE_TEST_POSTGRES: postgres.url, TEMPORAL_CLI: temporal },
      report: path.join(folder, 'vitest.json'),
    });
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
