import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import type { Connection } from '#engine/office/connection.ts';
import { houseOf } from '../queries/house-of.ts';
import { confirmConnection, proposeConnection, retireConnection } from './change-connection.ts';
import { connectionList } from './connection-list.ts';

let db: TestDatabase;
let unitId: string;
let [ana, luis] = ['', ''];
beforeAll(async () => {
  db = await testDatabase();
  unitId = (await db.database.query(`insert into unit (name) values ('Ayuntamiento') returning id`)).rows[0].id;
  const officials = await db.database.query(
    `insert into official (name, email) values ('Ana', 'a@ejemplo.invalid'), ('Luis', 'l@ejemplo.invalid') returning id`,
  );
  [ana, luis] = officials.rows.map(({ id }) => id) as [string, string];
});
afterAll(() => db?.close());

const grants: Connection = {
  slug: 'becas',
  name: 'Gestor de becas',
  url: 'https://becas.example.org/api',
  methods: ['POST'],
  sends: ['citizen.ref'],
  headers: { authorization: 'Bearer secreto' },
};

test('a connection is nobody’s until a second official confirms it, never the one who proposed it', async () => {
  expect(await proposeConnection(db.database, { officialId: ana, unitId }, grants)).toBe(true);
  expect(await proposeConnection(db.database, { officialId: ana, unitId }, grants)).toBe(false);
  const [line] = await connectionList(db.database, [unitId]);
  expect(line).toMatchObject({ status: 'proposed', proposedBy: { name: 'Ana' }, hasCredentials: true });
  expect((await houseOf(db.database, unitId)).connections).toEqual([]);
  expect(await confirmConnection(db.database, { officialId: ana, unitId }, line!.id)).toBe(false);
  expect(await confirmConnection(db.database, { officialId: luis, unitId }, line!.id)).toBe(true);
  expect((await houseOf(db.database, unitId)).connections).toMatchObject([{ slug: 'becas', sends: ['citizen.ref'] }]);
});

test('its credentials are in nothing that pages, journeys or the audit read', async () => {
  const told = JSON.stringify([
    await connectionList(db.database, [unitId]),
    await houseOf(db.database, unitId),
    (await db.database.query('select * from audit')).rows,
  ]);
  expect(told).not.toContain('secreto');
});

test('one official alone takes it out of use', async () => {
  const [line] = await connectionList(db.database, [unitId]);
  expect(await retireConnection(db.database, { officialId: ana, unitId }, line!.id)).toBe(true);
  expect(await confirmConnection(db.database, { officialId: luis, unitId }, line!.id)).toBe(false);
  expect((await houseOf(db.database, unitId)).connections).toEqual([]);
});
