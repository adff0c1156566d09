import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditRow, beginning, hashOf, hashOfReason } from '#engine/office/audit-chain.ts';
import { connect, transaction } from '../database.ts';
import { migrate } from '../migrate.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { audit } from './append.ts';

let place: TestDatabase;
const run = '019ac000-0000-7000-8000-000000000001';
const pause = {
  who: { kind: 'official', id: run },
  unitId: null,
  act: 'run.paused',
  about: { kind: 'run', id: run },
} as const;

beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());

const rowsOf = async () =>
  (
    await place.database.query<AuditRow>(
      `select seq::int, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, entry, previous, hash from audit order by seq`,
    )
  ).rows;

test('many at once stand in one chain without gaps, and a transaction that fails leaves no trace', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      transaction(place.database, async (tx) => {
        await audit(tx, pause);
        if (i % 4 === 0) throw new Error('changed my mind');
      }).catch(() => undefined),
    ),
  );
  const rows = await rowsOf();
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  for (const [i, row] of rows.entries()) {
    expect(row.previous).toBe(rows[i - 1]?.hash ?? beginning);
    expect(row.hash).toBe(hashOf(row));
    expect(row.at >= (rows[i - 1]?.at ?? '')).toBe(true);
  }
});

test('a reason stands beside the chain, which keeps its salted hash', async () => {
  const seq = await audit(place.database, { ...pause, act: 'run.stopped', reason: '  El texto era de otro año.  ' });
  const { rows } = await place.database.query<{ salt: string; words: string; entry: string }>(
    'select salt, words, entry from audit join audit_reason using (seq) where seq = $1',
    [seq],
  );
  const { salt, words, entry } = rows[0]!;
  expect(words).toBe('El texto era de otro año.');
  expect((JSON.parse(entry) as { reason: string }).reason).toBe(hashOfReason(salt, words));
  expect(entry).not.toContain('texto');
});

test('refuses acts and details that are not on the list, and words where only ids belong', async () => {
  const before = (await rowsOf()).length;
  const wrong: unknown[] = [
    { ...pause, act: 'run.blessed' },
    { ...pause, detail: { name: 'Ana' } },
    { ...pause, act: 'task.done', detail: { outcome: 'Ana García, 600 000 001' } },
    { ...pause, about: { kind: 'citizen', id: 'ana@ejemplo.es' } },
    { ...pause, who: { kind: 'citizen', id: run } },
  ];
  for (const entry of wrong) await expect(audit(place.database, entry as typeof pause)).rejects.toThrow();
  expect((await rowsOf()).length).toBe(before);
});

test('the database itself refuses to change, delete or empty the audit, whoever asks', async () => {
  await place.database.query(`insert into audit_seal values ('2026-11-24', 1, 'h', 'k', 's')`);
  for (const statement of [
    `update audit set entry = entry where seq = 1`,
    `delete from audit where seq = 1`,
    `truncate audit`,
    `delete from audit_seal`,
    `truncate audit_seal`,
    `update audit_seal set hash = 'other'`,
    `update audit_reason set words = 'other'`,
  ])
    await expect(place.database.query(statement), statement).rejects.toThrow('only ever added to');
  await place.database.query(`update audit_seal set sent_at = now()`);
});

test('an owner who is no superuser has not even the right, with the triggers out of the way', async () => {
  await place.database.query(`create role cauce_owner login password 'x'`);
  await place.database.query('create database cauce_owned owner cauce_owner');
  const url = Object.assign(new URL(place.url), {
    username: 'cauce_owner',
    password: 'x',
    pathname: '/cauce_owned',
  }).href;
  await migrate(url);
  const owned = connect(url, { max: 1 });
  try {
    await audit(owned, pause);
    await owned.query('alter table audit disable trigger user');
    for (const statement of ['update audit set entry = entry', 'delete from audit', 'truncate audit'])
      await expect(owned.query(statement), statement).rejects.toThrow('permission denied for table audit');
  } finally {
    await owned.end();
    await place.database.query('drop database cauce_owned with (force)');
    await place.database.query('drop role cauce_owner');
  }
});
