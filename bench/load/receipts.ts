import { setTimeout as sleep } from 'node:timers/promises';
import type { Errand } from '../carry-out.ts';
import { crowdOf, launchForAll } from '../faults/crowd.ts';
import { allAtMost, inPieces, openTeller, type SentReceipt } from '../post-receipts.ts';
import { SILENT } from '../settle.ts';
import { until } from '../watch-run.ts';
import type { World } from '../world.ts';

/**
 * The receipt door: one receipt per callback, and batches of 500. Every answer is checked against what is committed then:
 * the receipt itself, or its message risen already; and how much later the last message has risen is told.
 */
export const receipts: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: () => 20,
  work: async (world, wish) => {
    const citizens = wish.number('citizens', 120_000);
    const crowd = await crowdOf(world, citizens, { profiles: { sms: SILENT } });
    const account = crowd.accounts['sms'] ?? 0;
    const runId = await launchForAll(world, crowd);
    await until(world, runId, ({ handed }) => handed >= citizens, 600_000);
    await sleep(2_000);
    const keys = await keysOf(world, runId);
    // A sixth one by one, the rest in batches: at the bounds both take about twenty seconds.
    const alone = keys.slice(0, Math.round(citizens / 6));
    const together = keys.slice(alone.length);
    const single = await tellAll(world, account, alone, { size: 1, connections: 64 });
    const batched = await tellAll(world, account, together, { size: 500, connections: 4 });
    return {
      runs: [
        {
          citizens,
          singlePerSecond: single.perSecond,
          singleSlowestMs: single.slowestMs,
          singleTakenInMs: single.takenInMs,
          batchedPerSecond: batched.perSecond,
          batchedSlowestMs: batched.slowestMs,
          batchedTakenInMs: batched.takenInMs,
        },
      ],
      goals: [
        { name: 'one receipt per request', value: single.perSecond, at: 'least', bound: 1_000, unit: '/s' },
        { name: 'in batches of 500', value: batched.perSecond, at: 'least', bound: 5_000, unit: '/s' },
        { name: 'refused', value: single.refused + batched.refused, at: 'most', bound: 0 },
        { name: 'answered but not committed', value: single.missing + batched.missing, at: 'most', bound: 0 },
      ],
    };
  },
};

type Told = { perSecond: number; slowestMs: number; refused: number; missing: number; takenInMs: number };

async function tellAll(
  world: World,
  account: number,
  keys: string[],
  { size, connections }: { size: number; connections: number },
): Promise<Told> {
  const teller = openTeller(world, account, connections);
  let refused = 0;
  let slowestMs = 0;
  const began = performance.now();
  const pieces = inPieces(
    keys.map((key): SentReceipt => ({ key, status: 'delivered' })),
    size,
  );
  await allAtMost(pieces, connections, async (piece) => {
    const from = performance.now();
    if ((await teller.tell(piece)) >= 300) refused += piece.length;
    slowestMs = Math.max(slowestMs, performance.now() - from);
  });
  const seconds = (performance.now() - began) / 1_000;
  // Asked the moment the last answer is here: what was answered must be there.
  const missing = keys.length - refused - (await committedOf(world, keys));
  const from = performance.now();
  while ((await deliveredOf(world, keys)) < keys.length - refused && performance.now() - from < 120_000)
    await sleep(100);
  await teller.close();
  return {
    perSecond: Math.round(keys.length / seconds),
    slowestMs: Math.round(slowestMs),
    refused,
    missing,
    takenInMs: Math.round(performance.now() - from),
  };
}

async function keysOf(world: World, runId: string): Promise<string[]> {
  const { rows } = await world.database.query<{ id: string }>('select id from message where run_id = $1', [runId]);
  return rows.map(({ id }) => id);
}

async function committedOf(world: World, keys: string[]): Promise<number> {
  const { rows } = await world.database.query<{ n: number }>(
    `select count(*)::int as n from (
       select id from message where id = any($1::uuid[]) and status = 'delivered'
       union select id from receipt cross join unnest(message_ids) id where id = any($1::uuid[])) heard`,
    [keys],
  );
  return rows[0]!.n;
}

async function deliveredOf(world: World, keys: string[]): Promise<number> {
  const { rows } = await world.database.query<{ n: number }>(
    `select count(*)::int as n from message where id = any($1::uuid[]) and status = 'delivered'`,
    [keys],
  );
  return rows[0]!.n;
}
