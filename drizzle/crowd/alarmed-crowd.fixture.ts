import type { Database } from '../database.ts';
import { advance } from './advance.ts';
import { type Claimed, claim } from './claim.ts';
import { bySmsAndVoice, enrolAll, notice, revise, settle } from './crowd.fixture.ts';
import { record } from './record.ts';

const alarm = {
  ...notice,
  slug: 'alarma',
  class: 'emergency',
  nodes: [notice.nodes[0], { id: 'n2', kind: 'notify', config: bySmsAndVoice }, notice.nodes[2]],
  texts: { es: { n2: { sms: { body: 'Hola' }, voice: { body: 'Hola' } } } },
};

/** A crowd whose alarm is queued and has not left, with what its tests do to it and ask of it. */
export type AlarmedCrowd = Awaited<ReturnType<typeof alarmCrowd>>;

/** Invents people and alarms them; what an earlier crowd left in the database is taken away. */
export async function alarmCrowd(database: Database, people: number) {
  await database.query('truncate outbox, claim, receipt, message, inbox, news, member');
  const { unitId } = await settle(database, people);
  await database.query('update citizen set landline = mobile where unit_id = $1', [unitId]);
  await revise(database, unitId, alarm);
  const found = await database.query<{ channel: string; id: number }>(
    'select channel, id from account where unit_id = $1',
    [unitId],
  );
  const accounts: Record<string, number> = Object.fromEntries(found.rows.map(({ channel, id }) => [channel, id]));
  const { runId, partitions } = await enrolAll(database, {
    unitId,
    slug: 'alarma',
    mode: 'live',
    audience: { all: [] },
  });
  return {
    unitId,
    runId,
    accounts,
    claimOf: (channel: string, limit = 2_000, accountId = accounts[channel]!) =>
      claim(database, accountId, { limit, channel, accountMode: 'sandbox', factsOf: () => [], pass: new Map() }),
    acceptAll: (claimed: Claimed, channel: string) =>
      record(
        database,
        claimed,
        channel,
        claimed.messages.map(({ id }) => ({ id, result: 'accepted' })),
        0,
      ),
    advance: async () => {
      for (const id of partitions) while ((await advance(database, id)).moved > 0);
    },
    /** How many messages wait in each page of a channel. */
    pagesOf: async (channel: string) => {
      const { rows } = await database.query<{ n: number }>(
        `select cardinality(message_ids) as n from outbox where account_id = $1 and message_ids is not null order by 1`,
        [accounts[channel]],
      );
      return rows.map(({ n }) => n);
    },
    /** Ids of a channel's messages with this status, sorted. */
    messagesOf: async (channel: string, status = 'queued') => {
      const { rows } = await database.query<{ id: string }>(
        `select id from message where channel = $1 and status = $2::message_status order by id`,
        [channel, status],
      );
      return rows.map(({ id }) => id);
    },
    counted: async (channel: string): Promise<Record<string, number>> => {
      const { rows } = await database.query<{ status: string; n: number }>(
        `select split_part(name, ':', 3) as status, sum(n)::int as n from counter
         where run_id = $1 and name like 'message:' || $2 || ':%' group by 1`,
        [runId, channel],
      );
      return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
    },
  };
}
