import { randomUUID } from 'node:crypto';
import type { Errand } from '../carry-out.ts';
import { judge } from '../judge.ts';
import { allAtMost, inPieces, openTeller, type SentReceipt, type Teller } from '../post-receipts.ts';
import { tellGateway } from '../settle.ts';
import type { World } from '../world.ts';
import { aftermath, aftermathGoals } from './aftermath.ts';
import { crowdOf, handedOver, launchForAll } from './crowd.ts';

const unknown = 1_000;

/**
 * Receipts as bad providers tell them. By their addresses, one in a hundred each: told before the answer, twice, after the
 * person was already tried elsewhere, never. On top, of everything handed over: three more receipts in any order, a
 * thousand of messages nobody sent, and at the end "failed" for all that was delivered.
 */
export const receipts: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: () => 15,
  work: async (world, wish) => {
    const answer = { seconds: 20 };
    const rungs = [
      { id: 'sms', channel: 'sms', answer },
      { id: 'email', channel: 'email', answer },
    ];
    const crowd = await crowdOf(world, wish.number('citizens', 20_000), {
      profiles: { sms: 'by-address' },
      journey: { rungs, expiresAfter: { seconds: 60 } },
    });
    const sms = crowd.accounts['sms'] ?? 0;
    // A quarter of an hour late becomes thirty seconds: ten after the rung was left.
    await tellGateway(world, `accounts/${sms}`, { delayScale: 1 / 30 });
    const teller = openTeller(world, sms, 8);
    const strangers = Array.from({ length: unknown }, (): SentReceipt => ({ key: randomUUID(), status: 'delivered' }));
    const runId = await launchForAll(world, crowd);
    await handedOver(world, runId, crowd.citizens / 2);
    const handed = keysHanded(world, runId, sms);
    const noise = handed.flatMap((key): SentReceipt[] => [
      { key, status: 'delivered' },
      { key, status: 'read' },
      { key, status: 'delivered' },
    ]);
    const refused = await tellAll(teller, shuffled([...noise, ...strangers]));
    const after = await aftermath(world, runId, crowd.citizens, 240_000);
    const before = await stateOf(world, runId, handed);
    const refusedLate = await tellAll(
      teller,
      handed.map((key) => ({ key, status: 'failed' as const })),
    );
    const afterwards = await stateOf(world, runId, handed);
    const handedAgain = judge(world.sandboxFolder, runId).handed - after.verdict.handed;
    await teller.close();
    return {
      runs: [{ citizens: crowd.citizens, told: noise.length + handed.length, strangers: unknown, ...afterwards }],
      goals: [
        ...aftermathGoals([after]),
        { name: 'callbacks refused', value: refused + refusedLate, at: 'most', bound: 0 },
        { name: 'receipts of unknown messages kept', value: afterwards.kept, at: 'least', bound: unknown },
        { name: 'delivered messages that a late "failed" turned back', value: afterwards.fallen, at: 'most', bound: 0 },
        {
          name: 'transitions made by late receipts',
          value: afterwards.transitions - before.transitions,
          at: 'most',
          bound: 0,
        },
        { name: 'messages sent because of late receipts', value: handedAgain, at: 'most', bound: 0 },
      ],
    };
  },
};

/** The keys that the gateway has accepted on one account so far. */
function keysHanded(world: World, runId: string, accountId: number): string[] {
  const keys: string[] = [];
  judge(world.sandboxFolder, runId, ({ key, account }) => account === String(accountId) && keys.push(key));
  return keys;
}

async function tellAll(teller: Teller, all: SentReceipt[]): Promise<number> {
  let refused = 0;
  await allAtMost(inPieces(all, 500), 4, async (piece) => {
    if ((await teller.tell(piece)) >= 300) refused++;
  });
  return refused;
}

async function stateOf(world: World, runId: string, told: string[]) {
  const { rows } = await world.database.query<{ transitions: number; fallen: number; kept: number }>(
    `select (select sum(seq)::int from member where run_id = $1) as transitions,
       (select count(*)::int from message where id = any($2::uuid[]) and status not in ('delivered', 'read', 'replied')) as fallen,
       (select count(*)::int from receipt where tries > 0) as kept`,
    [runId, told],
  );
  return rows[0]!;
}

function shuffled<T>(all: T[]): T[] {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
