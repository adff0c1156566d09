import { randomUUID } from 'node:crypto';
import { parse } from '#engine/journey.ts';
import { may, type Role } from '#engine/office/permission.ts';
import type { Person } from '#engine/office/request.ts';
import type { WishedLaunch } from '#engine/office/wish.ts';
import { relyingParty } from '#relying-party';
import { bySmsAndVoice } from '../crowd/crowd.fixture.ts';
import type { Database, Queryable } from '../database.ts';
import { type Asker, askRequest } from './ask-request.ts';
import { approveRequest, type Decided } from './decide-request.ts';
import { passGate } from './pass-gate.ts';
import { giveSoftwareKey, type Signing, type SoftwareKey } from './software-key.ts';

export type TestOfficial = { id: string; by: Person; asker: Asker; key: SoftwareKey };
export type TestOffice = { unitId: string; author: TestOfficial; approver: TestOfficial };

/** An official of a unit with these roles and a key in software. */
export async function appoint(database: Queryable, unitId: string, name: string, roles: Role[]): Promise<TestOfficial> {
  const id = randomUUID();
  await database.query('insert into official (id, name, email) values ($1, $2, $3)', [
    id,
    name,
    `${id}@ejemplo.invalid`,
  ]);
  for (const role of roles)
    await database.query('insert into official_role (official_id, unit_id, role) values ($1, $2, $3)', [
      id,
      unitId,
      role,
    ]);
  const grants = roles.map((role) => ({ unitId, role }));
  const by: Person = { kind: 'official', id, may: (action, unit) => may(grants, action, unit) };
  return { id, by, asker: { name, by }, key: await giveSoftwareKey(database, id, relyingParty()) };
}

/** A manager who asks and an approver who signs. */
export async function openOffice(database: Queryable, unitId: string): Promise<TestOffice> {
  const author = await appoint(database, unitId, 'Aitana', ['manager', 'approver']);
  const approver = await appoint(database, unitId, 'Ignacio', ['approver']);
  return { unitId, author, approver };
}

/** Asks for a launch; throws with every problem when it may not be asked for. */
export async function asked(
  database: Database,
  { unitId, author }: TestOffice,
  wish: Omit<WishedLaunch, 'what'>,
): Promise<{ requestId: string; hash: string }> {
  const request = await askRequest(database, { unitId, asker: author.asker, wish: { what: 'launch', ...wish } });
  if (!request.ok) throw new Error(JSON.stringify(request.problems));
  return request;
}

/** Signs a request with the approver's key, or with whatever is given in their place. */
export function signed(
  database: Database,
  { approver }: Pick<TestOffice, 'approver'>,
  { requestId, hash }: { requestId: string; hash: string },
  how: Partial<Signing> = {},
): Promise<Decided> {
  return approveRequest(database, requestId, {
    by: approver.by,
    signature: { hash, assertion: approver.key.sign(hash, how) },
    party: relyingParty(),
  });
}

/** A launch that was asked for and signed; its run stands before the gate. */
export async function approvedLaunch(
  database: Database,
  office: TestOffice,
  wish: Parameters<typeof asked>[2],
): Promise<{ requestId: string; hash: string; runId: string }> {
  const request = await asked(database, office, wish);
  const decided = await signed(database, office, request);
  if (!decided.ok || !decided.runId) throw new Error(JSON.stringify(decided));
  return { ...request, runId: decided.runId };
}

/** A service that was asked for, signed and let in: its triggers let people in from now on. */
export async function approvedService(
  database: Database,
  office: TestOffice,
  journey: unknown,
  ceiling = { perDay: 100_000, inTotal: 1_000_000, until: new Date(Date.now() + 30 * 86_400_000).toISOString() },
): Promise<{ requestId: string; runId: string }> {
  const parsed = parse(journey);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const request = await askRequest(database, {
    unitId: office.unitId,
    asker: office.author.asker,
    wish: { what: 'publish', slug: parsed.journey.slug, ceiling },
    document: parsed.journey,
  });
  if (!request.ok) throw new Error(JSON.stringify(request.problems));
  const decided = await signed(database, office, request);
  if (!decided.ok || !decided.runId) throw new Error(JSON.stringify(decided));
  const gate = await passGate(database, decided.runId);
  if (gate !== 'open') throw new Error(`the gate is ${gate}`);
  return { requestId: request.requestId, runId: decided.runId };
}

/** An emergency on two channels with its correction and its all-clear, for whoever is launched at. */
export const alarm = {
  cauce: 1,
  slug: 'alarma',
  title: 'Alarma',
  class: 'emergency',
  expiresAfter: { hours: 6 },
  basis: { kind: 'vital-interest', norm: 'Ley 17/2015' },
  nodes: [
    { id: 'n1', kind: 'launch', config: { audience: { all: [] } } },
    { id: 'n2', kind: 'notify', config: bySmsAndVoice },
    { id: 'n3', kind: 'wait', config: { until: { for: 'duration', duration: { hours: 5 } } } },
    { id: 'n4', kind: 'end', config: { outcome: 'reached' } },
    { id: 'n5', kind: 'end', config: { outcome: 'nobody' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n5' },
    { from: 'n3', port: 'done', to: 'n4' },
  ],
  texts: { es: { n2: { sms: { body: 'Salga ya. {{ message.code }}' }, voice: { body: 'Salga ya.' } } } },
  followUps: {
    correction: { es: { sms: { body: 'Era un error.' }, voice: { body: 'Era un error.' } } },
    'all-clear': { es: { sms: { body: 'Ha terminado.' }, voice: { body: 'Ha terminado.' } } },
  },
};
