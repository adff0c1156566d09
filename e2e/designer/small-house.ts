import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { catalogue } from '#drizzle/demonstration/catalogue.ts';
import { seedOfficials } from '#drizzle/demonstration/officials.ts';
import { DEMONSTRATION_UNIT } from '#drizzle/demonstration/seed.ts';
import { publish } from '#drizzle/queries/publish.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { inheritedEnvironment } from '#env';
import { loadJourney } from '#gallery/load-journey.ts';

export type SmallHouse = { address: string; pg: TestDatabase; stop: () => Promise<void> };

/** A house with its officials, its catalogue and one published journey, and the pages: all that drawing needs. */
export async function smallHouse(): Promise<SmallHouse> {
  const pg = await testDatabase();
  await pg.database.query(
    `insert into unit (id, name, dir3, seat) values ($1, 'Comunidad de Muestra', 'X00000000', '46250')`,
    [DEMONSTRATION_UNIT],
  );
  await pg.database.query(
    `insert into attribute (unit_id, name, type, title, source)
     select $1, name, type, title, source from jsonb_to_recordset($2::jsonb) as given(name text, type text, title jsonb, source text)`,
    [DEMONSTRATION_UNIT, JSON.stringify(catalogue)],
  );
  await seedOfficials(pg.database, DEMONSTRATION_UNIT);
  const read = loadJourney('beca-comedor');
  if (!read.ok) throw new Error('The gallery cannot be read');
  await publish(pg.database, { unitId: DEMONSTRATION_UNIT, journey: read.journey });
  const port = 20_000 + (randomBytes(2).readUInt16BE() % 20_000);
  // Node itself, so that the signal of its end reaches the pages and not only who began them.
  const web = spawn(process.execPath, ['--import', 'tsx', 'bin/web.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inheritedEnvironment(),
      DATABASE_URL: pg.url,
      PORT: String(port),
      CAUCE_DEMONSTRATION: 'true',
      CAUCE_SECRET: randomBytes(32).toString('hex'),
    },
  });
  const address = `http://localhost:${port}`;
  await until(web, address);
  return {
    address,
    pg,
    stop: async () => {
      web.kill('SIGTERM');
      await new Promise((gone) => web.once('exit', gone));
      await pg.close();
    },
  };
}

async function until(web: ChildProcess, address: string) {
  let said = '';
  for (const stream of [web.stdout, web.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  for (let tries = 0; tries < 300; tries++) {
    if (web.exitCode !== null) throw new Error(`The web did not start: ${said}`);
    const answer = await fetch(`${address}/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(500);
  }
  throw new Error(`The web did not answer: ${said}`);
}
