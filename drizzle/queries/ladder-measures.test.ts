import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventCrowd } from '#drizzle/demonstration/crowd.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { recipientJoins } from '../crowd/address-sql.ts';
import { readingSql } from '../crowd/reading-sql.ts';
import { audienceMeasures } from './audience-measures.ts';
import { ladderMeasures, type ReachedBy } from './ladder-measures.ts';

const now = Date.UTC(2026, 6, 1, 10);
let db: TestDatabase;
let unitId: string;
beforeAll(async () => {
  db = await testDatabase();
  const { rows } = await db.database.query(`insert into unit (name) values ('Ayuntamiento') returning id`);
  unitId = rows[0].id;
  await inventCrowd(db.database, { citizens: 3_000, unitId, seed: 5 });
  await db.database.query(
    `update citizen c set landline = case when n % 3 = 0 then '+34290000000' end, mobile = case when n % 5 = 0 then null else mobile end,
       blocked = case when n % 7 = 0 then '{sms,voice}'::text[] else '{}' end, consents = case when n % 4 = 0 then '{}' else '{sms,voice}'::text[] end,
       protected = n % 11 = 0, minor = n % 6 = 0, representative_id = case when n % 2 = 0 then other end, carer_id = case when n % 3 = 1 then other end
     from (select id, row_number() over (order by id) as n, lead(id, 5) over (order by id) as other from citizen) k where k.id = c.id`,
  );
});
afterAll(() => db?.close());

const rungs: ReachedBy[] = [
  { id: 'sms', channel: 'sms', to: 'citizen' },
  { id: 'carer', channel: 'sms', to: 'carer' },
  { id: 'voice', channel: 'voice', to: 'citizen' },
];

test.each(['service', 'informative'] as const)(
  'of class %s: each attempt reaches whom the crowd would find by it',
  async (messageClass) => {
    const question = { unitId, rule: { all: [] }, now };
    const { total, counts } = await audienceMeasures(db.database, question, ladderMeasures(rungs, messageClass), {
      carers: true,
    });
    for (const { id, channel, to } of rungs) {
      const parameters: unknown[] = [];
      const reading = { ask: 'reach', channel, class: messageClass, to } as const;
      const sql = readingSql(reading, { citizen: 'c', member: 'm', now: 'now()', parameters } as never);
      const { rows } = await db.database.query(
        `select count(*)::int as n from citizen c ${recipientJoins} where ${sql}`,
        parameters,
      );
      expect([id, counts[id]]).toEqual([id, rows[0].n]);
    }
    const first = rungs.reduce((sum, { id }) => sum + (counts[`first:${id}`] ?? 0), 0);
    expect(counts['nobody']).toBe(total - first);
    expect(first).toBeLessThan(total);
  },
);
