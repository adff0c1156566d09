import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fromOurPage, type SignedIn, signIn } from '#app/session.fixture.ts';
import { revise } from '#drizzle/crowd/crowd.fixture.ts';
import { enrolPage } from '#drizzle/crowd/enrol.ts';
import { createApiKey, scopes } from '#drizzle/queries/api-keys.ts';
import { passGate } from '#drizzle/requests/pass-gate.ts';
import { alarm } from '#drizzle/requests/request.fixture.ts';
import { giveSoftwareKey, type SoftwareKey } from '#drizzle/requests/software-key.ts';
import type { Role } from '#engine/office/permission.ts';
import { relyingParty } from '#relying-party';
import { ask, at, type House, openHouse, problem, type Sent } from './api.fixture.ts';

let house: House;
type Member = SignedIn & { key: SoftwareKey };
let manager: Member;
let approver: Member;

beforeAll(async () => {
  house = await openHouse();
  await revise(house.database, house.unitId, alarm);
  manager = await join('Aitana', ['manager', 'approver']);
  approver = await join('Ignacio', ['approver']);
});
afterAll(() => house?.close());
beforeEach(() => house.database.query('update unit set request_above = 500'));

async function join(name: string, roles: Role[]): Promise<Member> {
  const official = await signIn(house.database, { name, roles: roles.map((role) => [house.unitId, role]) });
  return { ...official, key: await giveSoftwareKey(house.database, official.id, relyingParty()) };
}
const as = (who: Member, headers: Record<string, string> = {}): Sent => ({
  key: null,
  headers: { cookie: who.cookie, ...fromOurPage, ...headers },
});

const launch = async (body: object, sent: Sent = { key: house.live }) =>
  (await import('./runs/route.ts')).POST(ask('/api/runs', { ...sent, body: JSON.stringify(body) }));
const request = async (body: object, sent: Sent) =>
  (await import('./requests/route.ts')).POST(ask('/api/requests', { ...sent, body: JSON.stringify(body) }));
const decide = async (id: string, act: string, body: object, sent: Sent) =>
  (await import('./requests/[id]/[act]/route.ts')).POST(
    ask(`/api/requests/${id}/${act}`, { ...sent, body: JSON.stringify(body) }),
    at({ id, act }),
  );
const read = async (id: string, sent: Sent = { key: house.live }) =>
  (await import('./requests/[id]/route.ts')).GET(ask(`/api/requests/${id}`, { ...sent, method: 'GET' }), at({ id }));
const asking = async (sent: Sent = as(manager)) =>
  (await (await request({ slug: 'alarma' }, sent)).json()) as { request: string; hash: string };
const signature = (who: Member, hash: string) => ({ hash, assertion: who.key.sign(hash) });

test('an emergency, a large launch: 202 with the address of a request; a small service launch and a drill: a run', async () => {
  const emergency = await launch({ slug: 'alarma', mode: 'live' });
  expect(emergency.status).toBe(202);
  const { request: id, reason } = (await emergency.json()) as { request: string; reason: string };
  expect([reason, emergency.headers.get('location')]).toEqual(['emergency', `/api/requests/${id}`]);
  expect((await launch({ slug: 'alarma', mode: 'drill' })).status).toBe(201);
  expect((await launch({ slug: 'corto', mode: 'live' })).status).toBe(201);
  await house.database.query('update unit set request_above = 19');
  expect(((await (await launch({ slug: 'corto', mode: 'live' })).json()) as { reason: string }).reason).toBe('large');
  const { rows } = await house.database.query(`select author, status from request where id = $1`, [id]);
  expect(rows[0]).toMatchObject({ author: { kind: 'key', name: 'live' }, status: 'waiting' });
});

test('repeating a launch or a request under its Idempotency-Key does it once, also at the same moment', async () => {
  const keyed = (key: string): Sent => ({ key: house.live, headers: { 'idempotency-key': key } });
  for (const slug of ['corto', 'alarma']) {
    const answers = await Promise.all([1, 2, 3].map(() => launch({ slug, mode: 'live' }, keyed(`once-${slug}`))));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
  }
  const again = await launch({ slug: 'corto', mode: 'drill' }, keyed('once-corto'));
  expect([again.status, (await problem(again)).code]).toEqual([422, 'idempotency-key-reused']);
  expect((await problem(await launch({ slug: 'corto', mode: 'drill' }, keyed('con espacios')))).code).toBe(
    'idempotency-key-unfit',
  );
  // Another sender’s key of the same name is another key; a refusal can be put right under the same one.
  const other = await createApiKey(house.database, { unitId: house.unitId, name: 'other', scopes, mode: 'live' });
  expect((await launch({ slug: 'corto', mode: 'drill' }, { ...keyed('once-corto'), key: other })).status).toBe(201);
  expect((await launch({ slug: 'nada', mode: 'drill' }, keyed('wrong'))).status).toBe(404);
  expect((await launch({ slug: 'corto', mode: 'drill' }, keyed('wrong'))).status).toBe(201);
  const twice = [as(manager, { 'idempotency-key': 'r' }), as(manager, { 'idempotency-key': 'r' })];
  const [one, two] = [await asking(twice[0]), await asking(twice[1])];
  expect(one).toEqual(two);
});

test('is read with what is to be signed, returned with a reason, asked again, and signed by somebody else', async () => {
  const first = await asking();
  const told = (await (await read(first.request, as(approver))).json()) as { hash: string; content: object };
  expect(told).toMatchObject({
    hash: first.hash,
    content: { request: first.request, audience: { count: 20, tolerance: 0.2 }, author: { name: 'Aitana' } },
  });
  expect((await problem(await decide(first.request, 'return', {}, as(approver)))).errors?.[0]?.code).toBe(
    'reason-needed',
  );
  const back = await decide(first.request, 'return', { reason: 'Falta el barrio' }, as(approver));
  expect(await back.json()).toMatchObject({ status: 'returned' });
  const again = (await (
    await request({ request: first.request, slug: 'alarma', event: { areaDesc: 'El barrio' } }, as(manager))
  ).json()) as { request: string; hash: string };
  expect(again.request).toBe(first.request);
  const own = await decide(first.request, 'approve', signature(manager, again.hash), as(manager));
  expect([own.status, (await problem(own)).errors?.[0]?.code]).toEqual([403, 'own-request']);
  const stale = await decide(first.request, 'approve', signature(approver, first.hash), as(approver));
  expect([stale.status, (await problem(stale)).errors?.[0]?.code]).toEqual([409, 'request-changed']);
  expect((await decide(first.request, 'approve', { hash: again.hash }, as(approver))).status).toBe(422);
  const signed = await decide(first.request, 'approve', signature(approver, again.hash), as(approver));
  const { status, run } = (await signed.json()) as { status: string; run: string };
  expect([signed.status, status]).toEqual([200, 'approved']);
  expect(await passGate(house.database, run)).toBe('open');
  const { rows } = await house.database.query<{ act: string }>(
    `select act from audit where about_id = any($1) order by seq`,
    [[first.request, run]],
  );
  expect(rows.map(({ act }) => act)).toEqual([
    'request.asked',
    'request.returned',
    'request.asked',
    'run.launched',
    'request.approved',
  ]);
});

test('no key and no other unit decides anything, and what does not exist is not told from what is not theirs', async () => {
  const { request: id, hash } = await asking();
  expect((await decide(id, 'reject', { reason: 'no!' }, { key: house.live })).status).toBe(403);
  expect((await decide(id, 'approve', signature(approver, hash), { key: house.live })).status).toBe(403);
  const { rows } = await house.database.query<{ id: string }>(`insert into unit (name) values ('Otra') returning id`);
  const stranger = await signIn(house.database, { roles: [[rows[0]!.id, 'approver']] });
  const foreign: Sent = { key: null, headers: { cookie: stranger.cookie, ...fromOurPage } };
  expect((await decide(id, 'reject', { reason: 'por nada' }, foreign)).status).toBe(404);
  expect((await read(id, foreign)).status).toBe(404);
  expect((await read('019b76da-a800-7000-8000-000000000001')).status).toBe(404);
  expect((await decide(id, 'bless', {}, as(approver))).status).toBe(404);
  expect((await decide(id, 'withdraw', {}, as(manager))).status).toBe(200);
  expect((await decide(id, 'withdraw', {}, as(manager))).status).toBe(409);
});

test('the end of an alert is sent by one person who types how many it concerns', async () => {
  const { request: id, hash } = await asking();
  const decided = await decide(id, 'approve', signature(approver, hash), as(approver));
  const { run } = (await decided.json()) as { run: string };
  await passGate(house.database, run);
  await enrolPage(house.database, run);
  const follow = async (body: object, sent: Sent) =>
    (await import('./runs/[id]/follow-ups/route.ts')).POST(
      ask('/', { ...sent, body: JSON.stringify(body) }),
      at({ id: run }),
    );
  expect((await follow({ kind: 'all-clear', people: 20 }, { key: house.live })).status).toBe(403);
  expect((await problem(await follow({ kind: 'all-clear', people: 200 }, as(manager)))).code).toBe('people-mistyped');
  const sent = await follow({ kind: 'all-clear', people: 20 }, as(manager));
  expect(sent.status).toBe(201);
  const { id: told } = (await sent.json()) as { id: string };
  expect(((await (await follow({ kind: 'all-clear', people: 20 }, as(manager))).json()) as { id: string }).id).toBe(
    told,
  );
  const { rows } = await house.database.query('select follows, follow_kind as kind from run where id = $1', [told]);
  expect(rows[0]).toEqual({ follows: run, kind: 'all-clear' });
});
