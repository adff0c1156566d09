import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#app/session.fixture.ts';
import { askChange } from '#drizzle/changes/ask-change.ts';
import { confirmChange } from '#drizzle/changes/decide-change.ts';
import { claim } from '#drizzle/crowd/claim.ts';
import { advanceAll } from '#drizzle/crowd/crowd.fixture.ts';
import { enrolPage } from '#drizzle/crowd/enrol.ts';
import { createKey, endOldSecret, revokeKey, rotateKeySecret } from '#drizzle/keys/key-acts.ts';
import { keyList } from '#drizzle/keys/key-list.ts';
import { createApiKey, type KeyMode, scopes } from '#drizzle/queries/api-keys.ts';
import { passGate } from '#drizzle/requests/pass-gate.ts';
import { ask, at, type House, openHouse, problem } from './api.fixture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const who = { kind: 'system', id: 'test' } as const;
const make = (mode: KeyMode) => createKey(house.database, who, { unitId: house.unitId, name: 'prueba', scopes, mode });
const nowhere = '019ac000-0000-7000-8000-000000000001';

/** 404 when the secret is good (there is no such run), 401 when it is not. */
const status = async (key: string) =>
  (await (await import('./runs/[id]/route.ts')).GET(ask('/', { key, method: 'GET' }), at({ id: nowhere }))).status;
const launch = async (key: string, body: object) =>
  (await import('./runs/route.ts')).POST(ask('/api/runs', { key, body: JSON.stringify({ slug: 'corto', ...body }) }));
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;

describe('a secret', () => {
  test('is replaced without a pause: two are good until the old one is ended, and never three', async () => {
    const { id, secret: first } = await make('live');
    const second = (await rotateKeySecret(house.database, who, id)) ?? '';
    expect([await status(first), await status(second)]).toEqual([404, 404]);
    expect(await endOldSecret(house.database, who, id)).toBe(true);
    await forgotten();
    expect([await status(first), await status(second)]).toEqual([401, 404]);
    const third = (await rotateKeySecret(house.database, who, id)) ?? '';
    const fourth = (await rotateKeySecret(house.database, who, id)) ?? '';
    await forgotten();
    expect(await Promise.all([second, third, fourth].map(status))).toEqual([401, 404, 404]);
  });

  test('stops being good when the key expires, and when it is revoked', async () => {
    const past = new Date(Date.now() - 1_000);
    const expired = await createApiKey(house.database, {
      unitId: house.unitId,
      name: 'x',
      scopes,
      mode: 'live',
      expiresAt: past,
    });
    expect(await status(expired)).toBe(401);
    const { id, secret } = await make('live');
    expect(await status(secret)).toBe(404);
    expect(await revokeKey(house.database, who, id)).toBe(true);
    await forgotten();
    expect(await status(secret)).toBe(401);
    expect(await revokeKey(house.database, who, id)).toBe(false);
  });

  test('is kept as a hash with its beginning to know it by; its last use is written at most once a minute', async () => {
    const { id, secret } = await make('test');
    const line = async () => (await keyList(house.database, [house.unitId])).find((key) => key.id === id)!;
    expect((await line()).secrets).toMatchObject([{ prefix: secret.slice(0, 15), usedAt: null }]);
    const stored = await house.database.query<{ row: string }>(
      `select coalesce(string_agg(k::text, ''), '') || (select string_agg(s::text, '') from api_key_secret s) as row from api_key k`,
    );
    expect(stored.rows[0]?.row).not.toContain(secret.slice(15));
    await status(secret);
    const { usedAt } = (await line()).secrets[0]!;
    expect(usedAt).toMatch(/^\d{4}-/);
    await forgotten();
    await status(secret);
    expect((await line()).secrets[0]?.usedAt).toBe(usedAt);
    await house.database.query(
      `update api_key_secret set used_at = used_at - interval '61 seconds' where key_id = $1`,
      [id],
    );
    await forgotten();
    await status(secret);
    expect((await line()).secrets[0]!.usedAt! >= usedAt!).toBe(true);
  });

  test('leaves its making, its change and its end in the audit', async () => {
    const { id } = await make('team');
    await rotateKeySecret(house.database, who, id);
    await endOldSecret(house.database, who, id);
    await revokeKey(house.database, who, id);
    const { rows } = await house.database.query<{ act: string }>(
      'select act from audit where about_id = $1 order by seq',
      [id],
    );
    expect(rows.map(({ act }) => act)).toEqual(['key.created', 'key.rotated', 'key.old-secret-ended', 'key.revoked']);
  });
});

test('a key that reaches anything real takes two people, and only then somebody makes its secret', async () => {
  const people = await Promise.all(
    ['Ana', 'Bea'].map((name) => signIn(house.database, { name, roles: [[house.unitId, 'administrator']] })),
  );
  const [asking, other] = people.map(({ id }) => id) as [string, string];
  const detail = { name: 'expedientes', mode: 'live', scopes: ['read'], days: 30 };
  const change = { unitId: house.unitId, kind: 'key.create', detail, reason: 'becas', askedBy: asking } as const;
  const id = await askChange(house.database, change);
  const made = async () => (await keyList(house.database, [house.unitId])).find(({ name }) => name === 'expedientes');
  expect(await confirmChange(house.database, { id, by: asking })).toMatchObject({ ok: false });
  expect(await made()).toBeUndefined();
  expect(await confirmChange(house.database, { id, by: other })).toEqual({ ok: true });
  expect(await made()).toMatchObject({ mode: 'live', scopes: ['read'], secrets: [] });
  const secret = await rotateKeySecret(house.database, { kind: 'official', id: asking }, (await made())!.id);
  expect(await status(secret ?? '')).toBe(404);
});

describe('a team key', () => {
  test('launches for real, and only confirmed addresses of the team are written to', async () => {
    const { secret } = await make('team');
    await house.database.query(
      `insert into team_address (unit_id, address, channel, verified_at)
       values ($1, '+34600000003', 'sms', now()), ($1, '+34600000004', 'sms', null)`,
      [house.unitId],
    );
    const made = await launch(secret, { mode: 'live' });
    expect(made.status).toBe(201);
    const runId = await idOf(made);
    expect(await passGate(house.database, runId)).toBe('open');
    const partitions: number[] = [];
    for (let done = false; !done; ) {
      const page = await enrolPage(house.database, runId);
      if (page.partitionId !== null) partitions.push(page.partitionId);
      done = page.done;
    }
    await advanceAll(house.database, partitions);
    const claimed = await claim(house.database, house.accountId, {
      limit: 100,
      channel: 'sms',
      accountMode: 'live',
      factsOf: () => [],
    });
    expect(claimed?.messages.map(({ address }) => address)).toEqual(['+34600000003']);
    const { rows } = await house.database.query<{ reason: string; n: number }>(
      'select reason, count(*)::int as n from message where run_id = $1 and reason is not null group by 1',
      [runId],
    );
    expect(rows).toEqual([{ reason: 'not-in-team', n: 19 }]);
  });

  test('touches neither what is real nor what is known of people', async () => {
    const { secret } = await make('team');
    const real = await idOf(await launch(house.live, { mode: 'live' }));
    const { POST } = await import('./runs/[id]/[act]/route.ts');
    const pause = (id: string) => POST(ask('/', { key: secret, body: '{}' }), at({ id, act: 'pause' }));
    expect((await problem(await pause(real))).code).toBe('team-key');
    expect((await pause(await idOf(await launch(secret, { mode: 'live' })))).status).toBe(200);
    expect((await pause(await idOf(await launch(secret, { mode: 'drill' })))).status).toBe(200);
    const attributes = await import('./citizens/attributes/route.ts');
    const change = { source: 'x', changes: [{ ref: 'c1', attributes: {} }] };
    const changed = (query: string) => attributes.POST(ask(`/${query}`, { key: secret, body: JSON.stringify(change) }));
    expect((await problem(await changed('?mode=live'))).code).toBe('team-key');
    expect((await changed('')).status).toBe(200);
    const known = await house.database.query(
      `select from citizen where ref = 'c1' and copy_of is null and attributes ? 'age'`,
    );
    expect(known.rows).toEqual([]);
    const events = await import('./events/route.ts');
    const event = { specversion: '1.0', id: '1', source: 'x', type: 'filed', subject: 'c1' };
    const sent = (query: string) =>
      events.POST(ask(`/api/events${query}`, { key: secret, body: JSON.stringify(event) }));
    expect((await problem(await sent('?mode=live'))).code).toBe('team-key');
    expect((await sent('')).status).toBe(202);
    const { rows } = await house.database.query<{ mode: string }>('select mode from event');
    expect(rows).toEqual([{ mode: 'drill' }]);
  });
});

/** Keys are looked up anew after five seconds. */
const forgotten = async () => (await import('./who.ts')).forgetHolders();
