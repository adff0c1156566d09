import { randomUUID } from 'node:crypto';
import type { Connection, Outgoing } from '#channels/channel.ts';
import { adapterOf } from '#channels/index.ts';
import type { ClaimedMessage } from '#drizzle/crowd/claim.ts';
import { planOf } from '#drizzle/crowd/plan.ts';
import { connect, type Database } from '#drizzle/database.ts';
import { textsOf } from '#workflows/activities/texts.ts';
import { endWithParent } from '../end-with-parent.ts';

/** What the floor is told: the same adapter, settings and texts as the run, an account whose recipients stay silent, and who. */
export type FloorErrand = {
  databaseUrl: string;
  unitId: string;
  revisionId: string;
  adapter: string;
  accountId: string;
  settings: unknown;
  secret: string;
  channel: 'sms' | 'email';
  citizens: number;
};

// A process of its own, started by run-floor.ts: reads rows in pages, writes the texts, hands over, remembers nothing.
const pageSize = 2_000;
const inFlight = 3;
const batchSize = 500;

endWithParent();
const errand = JSON.parse(process.argv[2] ?? '{}') as FloorErrand;
const database = connect(errand.databaseUrl, { max: 2, name: 'bench floor' });
const adapter = adapterOf(errand.adapter);
if (!adapter) throw new Error(`no adapter ${errand.adapter}`);
const connection = adapter.connect({
  id: errand.accountId,
  mode: 'sandbox',
  settings: adapter.settings.parse(errand.settings),
  secret: errand.secret,
});
const began = Date.now();
const handed = await handEverything(database, connection);
process.stdout.write(`${JSON.stringify({ handed, ms: Date.now() - began })}\n`);
await connection.close();
await database.end();
process.exit(0);

async function handEverything(database: Database, connection: Connection): Promise<number> {
  const plan = await planOf(database, errand.revisionId);
  const texts = textsOf(plan, errand.channel);
  const size = Math.min(batchSize, adapter?.limits.batch ?? batchSize);
  let after: string | null = null;
  let left = errand.citizens;
  let handed = 0;
  let reading = Promise.resolve<Row[]>([]);
  const nextPage = (): Promise<Row[]> =>
    (reading = reading.then(async () => {
      const rows: Row[] = await readPage(database, after, Math.min(pageSize, left));
      left -= rows.length;
      after = rows.at(-1)?.id ?? after;
      return rows;
    }));
  const work = async () => {
    for (let rows = await nextPage(); rows.length > 0; rows = await nextPage()) {
      const batches: Outgoing[][] = [];
      for (let i = 0; i < rows.length; i += size)
        batches.push(rows.slice(i, i + size).map((row) => outgoing(row, texts.facts, texts.write)));
      const outcomes = (await Promise.all(batches.map((batch) => connection.hand(batch)))).flat();
      handed += outcomes.filter(({ status }) => status === 'accepted').length;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return handed;
}

type Row = { id: string; address: string; given_name: string; language: string; zone: string };

async function readPage(database: Database, after: string | null, size: number): Promise<Row[]> {
  if (size <= 0) return [];
  const { rows } = await database.query<Row>(
    `select id, ${errand.channel === 'sms' ? 'mobile' : 'email'} as address, given_name, language, zone from citizen
     where unit_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [errand.unitId, after, size],
  );
  return rows;
}

function outgoing(row: Row, facts: string[], write: ReturnType<typeof textsOf>['write']): Outgoing {
  const key = randomUUID();
  const { id: citizenId, address, language, zone } = row;
  const place = { node: 'n2', visit: 1, rung: errand.channel };
  const values = facts.map((fact) => (fact === 'citizen.givenName' ? row.given_name : null));
  const message: ClaimedMessage = { id: key, citizenId, ...place, class: 'emergency', address, language, zone, values };
  const written = write(message);
  if (!written.ok) throw new Error(written.reason);
  return {
    key,
    about: `floor/${citizenId}/n2/1/${errand.channel}`,
    channel: errand.channel,
    to: address,
    text: written.body,
    language,
    lane: 'emergency',
    class: 'emergency',
    ...(written.subject === undefined ? {} : { subject: written.subject }),
  };
}
