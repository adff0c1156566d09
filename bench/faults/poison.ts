import { settleAttention } from '#drizzle/crowd/settle-attention.ts';
import type { Errand } from '../carry-out.ts';
import { until } from '../watch-run.ts';
import type { World } from '../world.ts';
import { aftermath, aftermathGoals } from './aftermath.ts';
import { crowdOf, handedOver, launchForAll } from './crowd.ts';

/**
 * Messages that are hard to write or cannot be handed over (no name for the text, empty addresses, a name of ten thousand
 * characters of every alphabet), and three members whose own rows cannot be read: they wait in attention with the reason,
 * everybody else goes on, and a retry after the repair brings them home.
 */
export const poison: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: () => 15,
  work: async (world, wish) => {
    const profile = { delivered: 1, failed: 0, delayMs: { min: 6_000, max: 8_000 } };
    const crowd = await crowdOf(world, wish.number('citizens', 20_000), { profiles: { sms: profile } });
    const unreachable = await poisonMessages(world, crowd.unitId);
    const runId = await launchForAll(world, crowd);
    await handedOver(world, runId, crowd.citizens - 3);
    const spoilt = await spoilMembers(world, runId);
    const { gone } = await until(world, runId, (standing) => standing.gone >= crowd.citizens - spoilt.length, 180_000);
    const waiting = await attentionOf(world, runId);
    await repair(world, spoilt);
    const retried = await settleAttention(world.database, runId, { reason: waiting[0]?.reason ?? '' }, 'retry');
    const after = await aftermath(world, runId, crowd.citizens, 180_000);
    const outcomes = await outcomesOf(world, runId);
    return {
      runs: [
        {
          citizens: crowd.citizens,
          gone,
          waiting: waiting.map(({ reason, n }) => `${reason}: ${n}`).join(', '),
          retried,
          ...outcomes,
        },
      ],
      goals: [
        ...aftermathGoals([{ ...after, lost: after.lost - unreachable }]),
        {
          name: 'members aside with their reason',
          value: waiting.reduce((sum, { n }) => sum + n, 0),
          at: 'least',
          bound: spoilt.length,
        },
        {
          name: 'others who could not go on meanwhile',
          value: crowd.citizens - spoilt.length - gone,
          at: 'most',
          bound: 0,
        },
        { name: 'brought home by one retry', value: retried, at: 'least', bound: spoilt.length },
        {
          name: 'people told that nobody could be reached',
          value: Math.abs((outcomes['nobody'] ?? 0) - unreachable),
          at: 'most',
          bound: 0,
        },
      ],
    };
  },
};

/** Three citizens whose messages are poison; how many of them no channel can reach. */
async function poisonMessages(world: World, unitId: string): Promise<number> {
  const { rows } = await world.database.query<{ id: string }>(
    'select id from citizen where unit_id = $1 order by id offset 1000 limit 3',
    [unitId],
  );
  const [nameless, nowhere, endless] = rows.map(({ id }) => id);
  const strange = `<b>{{ citizen.mobile }}</b>\n"'\\ \u{1f525} אש 火 https://ejemplo.invalid `.repeat(160);
  await world.database.query('update citizen set given_name = null where id = $1', [nameless]);
  await world.database.query(`update citizen set mobile = '', email = '' where id = $1`, [nowhere]);
  await world.database.query('update citizen set given_name = $2 where id = $1', [endless, strange]);
  // Without a name the text still warns; without an address nothing can.
  return 1;
}

type Spoilt = { id: string; timers: unknown; visits: unknown };

async function spoilMembers(world: World, runId: string): Promise<Spoilt[]> {
  const { rows } = await world.database.query<Spoilt>(
    `select id, timers, visits from member where run_id = $1 and status = 'active' and state <> 'enter' order by citizen_id offset 2000 limit 3`,
    [runId],
  );
  await world.database.query(`update member set visits = '{"n2": "many"}' where id = any($1)`, [
    rows.map(({ id }) => id),
  ]);
  return rows;
}

async function repair(world: World, spoilt: Spoilt[]): Promise<void> {
  for (const { id, timers, visits } of spoilt)
    await world.database.query('update member set timers = $2, visits = $3 where id = $1', [id, timers, visits]);
}

async function attentionOf(world: World, runId: string): Promise<{ reason: string; n: number }[]> {
  const { rows } = await world.database.query<{ reason: string; n: number }>(
    'select reason, count(*)::int as n from attention where run_id = $1 group by 1 order by 2 desc',
    [runId],
  );
  return rows;
}

async function outcomesOf(world: World, runId: string): Promise<Record<string, number>> {
  const { rows } = await world.database.query<{ outcome: string; n: number }>(
    `select coalesce(outcome, status) as outcome, count(*)::int as n from member where run_id = $1 group by 1`,
    [runId],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}
