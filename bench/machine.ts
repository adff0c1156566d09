import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Database } from '#drizzle/database.ts';

/** What the figures were measured on. */
export type Machine = {
  cpu: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  postgres: string;
  temporal: string;
  /** Load averages of 1, 5 and 15 minutes when the bench began: others may have been at work. */
  load: number[];
};

/** The load before anything of ours runs; `describeMachine` takes it later. */
export function loadNow(): number[] {
  return loadavg().map((load) => Number(load.toFixed(2)));
}

export async function describeMachine(
  { database, temporalCommand }: { database?: Database; temporalCommand?: string },
  load: number[],
): Promise<Machine> {
  const memory = process.constrainedMemory() > 0 ? Math.min(process.constrainedMemory(), totalmem()) : totalmem();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memoryGb: Math.round(memory / 1024 ** 3),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    postgres: database
      ? `PostgreSQL ${(await database.query('show server_version')).rows[0].server_version}`
      : 'no Postgres',
    temporal: temporalCommand ? versionOf(temporalCommand) : 'no Temporal',
    load,
  };
}

function versionOf(command: string): string {
  const said = execFileSync(command, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return said.trim().split('\n')[0] ?? command;
}
