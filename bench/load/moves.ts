import { absorbReceipts } from '#drizzle/crowd/absorb-receipts.ts';
import { advance } from '#drizzle/crowd/advance.ts';
import { claim } from '#drizzle/crowd/claim.ts';
import { enrolPage } from '#drizzle/crowd/enrol.ts';
import { record } from '#drizzle/crowd/record.ts';
import { launchRun } from '#drizzle/queries/launch-run.ts';
import { textsOf } from '#workflows/activities/texts.ts';
import { alertJourney } from '../alert/journey.ts';
import type { Errand } from '../carry-out.ts';
import { cpuSeconds } from '../cpu.ts';
import { publishJourney, settle } from '../settle.ts';
import type { World } from '../world.ts';

/**
 * What each move costs by itself, one after another on one connection and with nothing else at work: seconds of wall clock,
 * of Postgres' CPU and of our own per million citizens. No goal of its own: it tells where the time of `alert` goes.
 */
export const moves: Errand = {
  parts: [],
  minutes: () => 30,
  work: async (world, wish) => {
    const citizens = wish.number('citizens', 200_000);
    const unitId = await settle(world.database, citizens);
    const { rows } = await world.database.query<{ id: number }>(
      `insert into account (unit_id, slug, name, channel, adapter, mode) values ($1, 'sms', 'sms', 'sms', 'http-batch', 'sandbox') returning id`,
      [unitId],
    );
    await publishJourney(
      world.database,
      unitId,
      alertJourney({ slug: 'alerta', rungs: [{ id: 'sms', channel: 'sms' }] }),
    );
    const runs = [];
    for (let n = 0; n < wish.number('runs', 2); n++) runs.push(await oneLife(world, unitId, rows[0]!.id, citizens));
    return { runs, goals: [{ name: 'citizens', value: citizens, at: 'least', bound: 1 }] };
  },
};

async function oneLife(world: World, unitId: string, accountId: number, citizens: number) {
  const { database } = world;
  const launched = await launchRun(database, { unitId, slug: 'alerta', mode: 'live', audience: { all: [] } });
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  const figures: Record<string, number> = { citizens };
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    await database.query('checkpoint');
    const postgres = world.supervisor.pids()['postgres'] ?? 0;
    const [began, theirs, ours] = [performance.now(), cpuSeconds(postgres), process.cpuUsage()];
    const result = await work();
    const { user, system } = process.cpuUsage(ours);
    const perMillion = (seconds: number) => Number(((seconds / citizens) * 1_000_000).toFixed(1));
    figures[`${name}Wall`] = perMillion((performance.now() - began) / 1_000);
    figures[`${name}Postgres`] = perMillion(cpuSeconds(postgres) - theirs);
    figures[`${name}Ours`] = perMillion((user + system) / 1_000_000);
    return result;
  };
  const partitions: number[] = [];
  await timed('enrol', async () => {
    for (;;) {
      const { partitionId, done } = await enrolPage(database, launched.runId);
      if (partitionId !== null) partitions.push(partitionId);
      if (done) return;
    }
  });
  const advanceAll = async () => {
    for (const partition of partitions) await advance(database, partition);
  };
  await timed('decide', advanceAll);
  const handed: string[] = [];
  await timed('hand', async () => {
    const pass = new Map();
    for (;;) {
      const claimed = await claim(database, accountId, {
        limit: 2_000,
        pass,
        channel: 'sms',
        accountMode: 'sandbox',
        factsOf: (plan) => textsOf(plan, 'sms').facts,
      });
      if (!claimed) return;
      const texts = textsOf(claimed.plan, 'sms');
      for (const message of claimed.messages) if (!texts.write(message).ok) throw new Error('no text');
      handed.push(...claimed.messages.map(({ id }) => id));
      await record(
        database,
        claimed,
        'sms',
        claimed.messages.map(({ id }) => ({ id, result: 'accepted' })),
        0,
      );
    }
  });
  await timed('receipts', async () => {
    for (let i = 0; i < handed.length; i += 500)
      await absorbReceipts(
        database,
        accountId,
        handed.slice(i, i + 500).map((key) => ({ key, status: 'delivered' })),
      );
  });
  await timed('decideReceipts', advanceAll);
  world.say(JSON.stringify(figures));
  return figures;
}
