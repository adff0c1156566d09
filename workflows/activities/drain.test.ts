import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { notice, revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import { enrolPage } from '#drizzle/crowd/enrol.ts';
import { launchRun } from '#drizzle/queries/launch-run.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { closeConnections } from './connection-of.ts';
import { drain } from './drain.ts';

/** One claim takes 2,000; an emergency's first page holds as many, and the rest comes in the second. */
const citizens = 6_500;
const perClaim = 2_000;

let db: TestDatabase;
let provider: Server;
let accountId: number;
let runId: string;
/** Keys in the order in which the provider saw them, how many it holds unanswered, and when it answers. */
let seen: string[] = [];
let held = 0;
let mostHeld = 0;
let answering: () => Promise<void>;

beforeAll(async () => {
  db = await testDatabase();
  provider = createServer((request, response) => {
    void take(request).then((body) => response.end(body));
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
});
afterAll(async () => {
  await closeConnections();
  provider.close();
  await db.close();
});

beforeEach(async () => {
  [seen, held, mostHeld, answering] = [[], 0, 0, async () => undefined];
  const { unitId } = await settle(db.database, citizens);
  await revise(db.database, unitId, { ...notice, class: 'emergency' });
  const address = provider.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const { rows } = await db.database.query(
    `update account set settings = $2 where unit_id = $1 and channel = 'sms' returning id`,
    [unitId, { url, concurrency: 16 }],
  );
  accountId = rows[0].id;
  const launched = await launchRun(db.database, { unitId, slug: 'aviso', mode: 'live', audience: { all: [] } });
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  runId = launched.runId;
  await db.database.query(`update run set status = 'approved' where id = $1`, [runId]);
  await enrolPage(db.database, runId);
});

async function take(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  const { messages } = JSON.parse(text) as { messages: { key: string }[] };
  held += messages.length;
  mostHeld = Math.max(mostHeld, held);
  await answering();
  held -= messages.length;
  seen.push(...messages.map(({ key }) => key));
  return JSON.stringify({ results: messages.map(({ key }) => ({ key, status: 'accepted' })) });
}

/** The rest enters while the provider has the first claim; later ones it answers once it holds more than one, or after 5 s. */
function enrolBehindTheFirst() {
  const all = (async () => {
    while (!(await enrolPage(db.database, runId)).done);
  })();
  let first = perClaim / 500;
  answering = async () => {
    await all;
    if (first-- > 0) return;
    await vi.waitUntil(() => mostHeld > perClaim, { timeout: 5_000, interval: 10 }).catch(() => undefined);
  };
}

test('a queue that was short when its emptying began is emptied by two claims at once as soon as it is long', async () => {
  enrolBehindTheFirst();
  const { handed } = await drain(db.database, accountId);
  expect(mostHeld).toBeGreaterThan(perClaim);
  expect(handed).toBe(citizens);
  expect(new Set(seen).size).toBe(citizens);
  expect(seen).toHaveLength(citizens);
});

test('when a claim cannot be recorded the other ends with what it has in hand, and nobody is told twice', async () => {
  enrolBehindTheFirst();
  await db.database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '53100'; end $$`,
  );
  await db.database.query(
    `create trigger refuse before insert on receipt for each row when (new.status = 'accepted') execute function refuse()`,
  );
  await expect(drain(db.database, accountId)).rejects.toThrow('no');
  const inHand = seen.length;
  expect(held).toBe(0);
  await db.database.query('drop function refuse cascade');
  // What the provider has and nobody recorded stays claimed until its lease ends: it does not leave a second time by itself.
  await drain(db.database, accountId);
  expect(seen).toHaveLength(citizens);
  expect(new Set(seen).size).toBe(citizens);
  const { rows } = await db.database.query<{ n: number }>(
    'select coalesce(sum(cardinality(message_ids)), 0)::int as n from claim where account_id = $1',
    [accountId],
  );
  expect(rows[0]!.n).toBe(inHand);
});
