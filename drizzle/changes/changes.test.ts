import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#engine/office/permission.ts';
import { invitationOf } from '../queries/invitations.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { askChange } from './ask-change.ts';
import { confirmChange, dropChange } from './decide-change.ts';
import type { ChangeName } from './index.ts';

let pg: TestDatabase;
let unitId: string;
beforeAll(async () => {
  pg = await testDatabase();
  unitId = await newUnit('Emergencias');
});
afterAll(() => pg?.close());

async function newUnit(name: string): Promise<string> {
  return (await pg.database.query<{ id: string }>('insert into unit (name) values ($1) returning id', [name])).rows[0]!
    .id;
}

async function official(role: Role, unit = unitId): Promise<string> {
  const id = randomUUID();
  await pg.database.query('insert into official (id, name, email) values ($1, $2, $2)', [id, id]);
  await pg.database.query('insert into official_role (official_id, unit_id, role) values ($1, $2, $3)', [
    id,
    unit,
    role,
  ]);
  return id;
}

const rolesOf = async (id: string) =>
  (await pg.database.query('select role from official_role where official_id = $1 order by role', [id])).rows.map(
    ({ role }) => role as string,
  );

const ask = (askedBy: string, kind: ChangeName, detail: unknown, unit = unitId) =>
  askChange(pg.database, { unitId: unit, kind, detail, reason: 'prueba', askedBy });

test('a role is given when somebody else confirms it: not by whoever asked, nor by whoever gets it', async () => {
  const [asking, other, agent] = [
    await official('administrator'),
    await official('administrator'),
    await official('agent'),
  ];
  const own = await ask(asking, 'official.grant', { officialId: other, name: 'Otra', role: 'approver' });
  expect(await confirmChange(pg.database, { id: own, by: asking })).toMatchObject({ problem: { code: 'own-change' } });
  expect(await confirmChange(pg.database, { id: own, by: other })).toMatchObject({ problem: { code: 'own-gain' } });
  expect(await rolesOf(other)).toEqual(['administrator']);
  const id = await ask(asking, 'official.grant', { officialId: agent, name: 'Agente', role: 'approver' });
  expect(await confirmChange(pg.database, { id, by: other })).toEqual({ ok: true });
  expect(await rolesOf(agent)).toEqual(['agent', 'approver']);
  expect(await confirmChange(pg.database, { id, by: other })).toMatchObject({ problem: { code: 'change-over' } });
});

test('alone is possible only where nobody else may confirm, and it is kept as such', async () => {
  const unit = await newUnit('Aldea');
  const only = await official('administrator', unit);
  const agent = await official('agent', unit);
  const detail = { officialId: agent, name: 'Agente', role: 'manager' };
  const first = await ask(only, 'official.grant', detail, unit);
  expect(await confirmChange(pg.database, { id: first, by: only, alone: true })).toEqual({ ok: true });
  const kept = await pg.database.query('select state, alone, decided_by from change where id = $1', [first]);
  expect(kept.rows).toEqual([{ state: 'confirmed', alone: true, decided_by: only }]);
  await official('administrator', unit);
  const second = await ask(only, 'official.grant', detail, unit);
  expect(await confirmChange(pg.database, { id: second, by: only, alone: true })).toMatchObject({ ok: false });
});

test('whoever is invited comes in by an address that the confirmer gets; the same address twice is refused', async () => {
  const [asking, other] = [await official('administrator'), await official('administrator')];
  const detail = { name: 'Nueva Persona', email: 'nueva@ejemplo.invalid', roles: ['designer', 'manager'] };
  const id = await ask(asking, 'official.invite', detail);
  const confirmed = await confirmChange(pg.database, { id, by: other });
  if (!confirmed.ok || confirmed.invitation === undefined) throw new Error('no invitation');
  const invitation = await invitationOf(pg.database, confirmed.invitation);
  expect(invitation?.official).toMatchObject({ name: 'Nueva Persona', email: 'nueva@ejemplo.invalid' });
  expect(await rolesOf(invitation!.official!.id)).toEqual(['designer', 'manager']);
  const again = await ask(asking, 'official.invite', detail);
  expect(await confirmChange(pg.database, { id: again, by: other })).toMatchObject({
    problem: { code: 'official-known' },
  });
});

test('a unit is never left without anybody who administers it', async () => {
  const unit = await newUnit('Puerto');
  const [last, agent] = [await official('administrator', unit), await official('agent', unit)];
  const id = await ask(agent, 'official.revoke', { officialId: last, name: 'x', role: 'administrator' }, unit);
  expect(await confirmChange(pg.database, { id, by: last })).toMatchObject({ problem: { code: 'last-administrator' } });
  expect(await rolesOf(last)).toEqual(['administrator']);
});

test('nobody is readmitted by the administrators of a unit that is not their only one', async () => {
  const elsewhere = await newUnit('Otra casa');
  const [asking, other, agent] = [
    await official('administrator'),
    await official('administrator'),
    await official('agent'),
  ];
  const detail = { officialId: agent, name: 'x' };
  const id = await ask(asking, 'official.readmit', detail);
  expect(await confirmChange(pg.database, { id, by: other })).toMatchObject({ ok: true });
  await pg.database.query(`insert into official_role (official_id, unit_id, role) values ($1, $2, 'reader')`, [
    agent,
    elsewhere,
  ]);
  const again = await ask(asking, 'official.readmit', detail);
  expect(await confirmChange(pg.database, { id: again, by: other })).toMatchObject({
    problem: { code: 'official-elsewhere' },
  });
});

test('a change is taken back by whoever asked and turned down by others, once', async () => {
  const [asking, other] = [await official('administrator'), await official('administrator')];
  for (const [by, state] of [
    [asking, 'withdrawn'],
    [other, 'rejected'],
  ] as const) {
    const id = await ask(asking, 'unit.edit', { name: 'Otro nombre', dir3: '', seat: '28079' });
    expect(await dropChange(pg.database, { id, by })).toBe(true);
    expect(await dropChange(pg.database, { id, by })).toBe(false);
    expect((await pg.database.query('select state from change where id = $1', [id])).rows[0]).toEqual({ state });
    expect(await confirmChange(pg.database, { id, by: other })).toMatchObject({ problem: { code: 'change-over' } });
  }
});

test('a unit is founded with whoever asked as its administrator, and no two have one name', async () => {
  const [asking, other] = [await official('administrator'), await official('administrator')];
  const detail = { name: 'Protección Civil', dir3: '', seat: '46250' };
  const id = await ask(asking, 'unit.create', detail);
  expect(await confirmChange(pg.database, { id, by: other })).toEqual({ ok: true });
  expect(await rolesOf(asking)).toEqual(['administrator', 'administrator']);
  const again = await ask(asking, 'unit.create', detail);
  expect(await confirmChange(pg.database, { id: again, by: other })).toMatchObject({ problem: { code: 'unit-known' } });
});
