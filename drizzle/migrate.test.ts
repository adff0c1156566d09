import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { emptyDatabase, type TestDatabase, testDatabase } from './test-database.ts';

let testing: TestDatabase;
beforeAll(async () => {
  testing = await testDatabase();
});
afterAll(() => testing.close());

test('migrating twice changes nothing', async () => {
  await migrate(testing.url);
  const { rows } = await testing.database.query('select count(*)::int as n from drizzle.__drizzle_migrations');
  expect(rows[0].n).toBeGreaterThanOrEqual(3);
});

test('a database of an older version is brought up to date, with what it holds', async () => {
  const older = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'cauce-older-'));
  const source = fileURLToPath(new URL('migrations/', import.meta.url));
  cpSync(source, folder, { recursive: true });
  const journal = JSON.parse(readFileSync(join(source, 'meta/_journal.json'), 'utf8')) as { entries: unknown[] };
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, 3) }),
  );
  await applyMigrations(drizzle(older.database), { migrationsFolder: folder });
  await older.database.query(`insert into unit (name) values ('Antigua')`);
  await migrate(older.url);
  const { rows } = await older.database.query(
    'select name, (select count(*)::int from drizzle.__drizzle_migrations) as n from unit',
  );
  expect(rows).toEqual([{ name: 'Antigua', n: journal.entries.length }]);
  await older.close();
  rmSync(folder, { recursive: true });
});

test('a database of a newer version is refused with a sentence', async () => {
  await testing.database.query(
    `insert into drizzle.__drizzle_migrations (hash, created_at) select 'x' || g, 1 from generate_series(1, 50) g`,
  );
  await expect(migrate(testing.url)).rejects.toThrow('newer version');
});

test('what a member causes has one identity, ordered by the member', async () => {
  const { rows } = await testing.database.query(
    `with m as (select uuidv7() as id) select cauce_caused_id(id, 'n2', 1, 'sms') as a, cauce_caused_id(id, 'n2', 1, 'sms') as b,
       cauce_caused_id(id, 'n2', 2, 'sms') as c, id from m`,
  );
  expect(rows[0].a).toBe(rows[0].b);
  expect(rows[0].a).not.toBe(rows[0].c);
  expect(rows[0].a.slice(0, 14)).toBe(rows[0].id.slice(0, 14));
});
