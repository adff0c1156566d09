import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { revise, settle } from '../crowd/crowd.fixture.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { askRequest } from './ask-request.ts';
import { declineRequest } from './decide-request.ts';
import { alarm, appoint, asked, openOffice, signed, type TestOffice } from './request.fixture.ts';

let db: TestDatabase;
let office: TestOffice;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const { unitId } = await settle(db.database, 20);
  await revise(db.database, unitId, alarm);
  office = await openOffice(db.database, unitId);
});

test('returned with a reason, corrected, asked again and signed: the hash is another, and so is who may sign', async () => {
  const request = await asked(db.database, office, { slug: 'alarma' });
  const { requestId } = request;
  await declineRequest(db.database, requestId, { act: 'return', by: office.approver.by, reason: 'El área no es esa' });
  expect(await signed(db.database, office, request)).toMatchObject({ problems: [{ code: 'request-state' }] });
  const rosa = await appoint(db.database, office.unitId, 'Rosa', ['manager', 'approver']);
  const again = await askRequest(db.database, {
    unitId: office.unitId,
    asker: rosa.asker,
    requestId,
    wish: { what: 'launch', slug: 'alarma', audience: { fact: 'citizen.shoeSize', is: 'exists' } },
  });
  expect(again.ok).toBe(false); // nobody catalogued that: the request stays returned
  const corrected = await askRequest(db.database, {
    unitId: office.unitId,
    asker: rosa.asker,
    requestId,
    wish: {
      what: 'launch',
      slug: 'alarma',
      audience: { fact: 'citizen.municipality', is: 'in-municipality', value: ['46118'] },
    },
  });
  if (!corrected.ok) throw new Error(JSON.stringify(corrected.problems));
  expect(corrected.hash).not.toBe(request.hash);
  // Both who asked first and who corrected have their hand in it now.
  expect(await signed(db.database, { approver: rosa }, corrected)).toMatchObject({
    problems: [{ code: 'own-request' }],
  });
  expect(await signed(db.database, { approver: office.author }, corrected)).toMatchObject({
    problems: [{ code: 'own-request' }],
  });
  expect(await signed(db.database, office, request)).toMatchObject({ problems: [{ code: 'request-changed' }] });
  expect(await signed(db.database, office, corrected)).toMatchObject({ ok: true, status: 'approved' });
});

test('what may not be asked for is told in one list, and nothing is kept', async () => {
  await revise(db.database, office.unitId, { ...alarm, followUps: undefined, expiresAfter: undefined });
  await db.database.query('delete from passkey where official_id = $1', [office.approver.id]);
  const refused = await askRequest(db.database, {
    unitId: office.unitId,
    asker: office.author.asker,
    wish: { what: 'launch', slug: 'alarma' },
  });
  expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual([
    'request-no-expiry',
    ...Array.from({ length: 4 }, () => 'request-follow-up-missing'),
    'request-no-approver',
  ]);
  const { rows } = await db.database.query('select from request where unit_id = $1', [office.unitId]);
  expect(rows).toEqual([]);
});
