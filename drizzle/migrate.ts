import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { connect, type Database, transaction } from './database.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Brings a database to this version of Cauce: tables once, functions whenever their text changed.
 * Refuses, with a sentence, a database that a newer Cauce has written.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const database = connect(databaseUrl, { max: 1, name: 'cauce migrate' });
  try {
    await refuseNewerSchema(database);
    await applyMigrations(drizzle(database), { migrationsFolder: here('migrations') });
    await loadFunctions(database);
  } finally {
    await database.end();
  }
}

async function refuseNewerSchema(database: Database) {
  const { rows } = await database.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as known`);
  if (!rows[0].known) return;
  const journal = JSON.parse(readFileSync(here('migrations/meta/_journal.json'), 'utf8')) as { entries: unknown[] };
  const applied = await database.query('select count(*)::int as n from drizzle.__drizzle_migrations');
  if (applied.rows[0].n > journal.entries.length)
    throw new Error('This database was written by a newer version of Cauce. Update Cauce, or use another database.');
}

async function loadFunctions(database: Database) {
  const folder = here('functions/');
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const texts = files.sort().map((name) => readFileSync(folder + name, 'utf8'));
  const hash = createHash('sha256').update(texts.join('\n')).digest('hex');
  await transaction(database, async (tx) => {
    const { rows } = await tx.query(`select value #>> '{}' as hash from setting where key = 'functions'`);
    if (rows[0]?.hash === hash) return;
    for (const text of texts) await tx.query(text);
    await tx.query(
      `insert into setting (key, value) values ('functions', to_jsonb($1::text))
       on conflict (key) do update set value = excluded.value`,
      [hash],
    );
  });
}
