import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { World } from '../world.ts';

/** What a run is doing at one moment, as Postgres shows it; `hand-over`: messages are claimed and nothing is being asked of Postgres for them. */
export const phases = ['enrol', 'advance', 'claim', 'hand-over', 'record', 'absorb'] as const;
export type Phase = (typeof phases)[number];

/** Statements by which a phase is known. They are matched as the moves in drizzle/crowd write them. */
const statements: Record<Exclude<Phase, 'hand-over'>, RegExp> = {
  enrol: /with page as materialized|insert into partition|set status = \$2, enrol_cursor/,
  advance: /create temp table (due|asked|answer)|with accounts as materialized|with next as|insert into log/,
  claim: /with clock as materialized|insert into claim/,
  record: /delete from claim where id|with k as \(|set first_handed_at/,
  absorb: /with oldest as|create temp table told|with best as/,
};

type Glimpse = { queries: string[]; claims: number };

/**
 * Looks every few milliseconds until the wanted phase is seen, then calls `strike` at once and resolves to true; false
 * when the run ended, or `patienceMs` passed, without it. Seen means: a statement of it runs or its transaction is open.
 */
export async function strikeInside(
  world: World,
  { runId, phase, patienceMs }: { runId: string; phase: Phase; patienceMs: number },
  strike: () => void,
): Promise<boolean> {
  const client = new Client({ connectionString: world.databaseUrl, application_name: 'bench watch' });
  client.on('error', () => undefined);
  await client.connect();
  const deadline = Date.now() + patienceMs;
  try {
    for (;;) {
      const { rows } = await client.query<Glimpse & { status: string }>(glimpse, [runId]);
      const seen = rows[0]!;
      if (isIn(phase, seen)) {
        strike();
        return true;
      }
      if (seen.status === 'finished' || Date.now() > deadline) return false;
      await sleep(2);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

const glimpse = `
  select status, (select count(*)::int from claim where run_id = run.id) as claims,
    array(select query from pg_stat_activity where application_name like 'cauce %' and state in ('active', 'idle in transaction')) as queries
  from run where id = $1`;

function isIn(phase: Phase, { queries, claims }: Glimpse): boolean {
  const runs = (one: Exclude<Phase, 'hand-over'>) => queries.some((query) => statements[one].test(query));
  if (phase === 'hand-over') return claims > 0 && !runs('claim') && !runs('record');
  return runs(phase);
}
