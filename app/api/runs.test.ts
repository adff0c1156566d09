import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromOurPage, signIn } from '#app/session.fixture.ts';
import { sign } from '#channels/signature.ts';
import { advanceAll, enrolAll } from '#drizzle/crowd/crowd.fixture.ts';
import { createApiKey, scopes } from '#drizzle/queries/api-keys.ts';
import type { Role } from '#engine/office/permission.ts';
import { ask, at, type House, openHouse, problem, type Sent } from './api.fixture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const asked = (path: string, { key = house.live, ...sent }: Sent = {}) => ask(path, { key, ...sent });

describe('runs', () => {
  const launch = async (body: object, sent: Sent = {}) =>
    (await import('./runs/route.ts')).POST(asked('/api/runs', { ...sent, body: JSON.stringify(body) }));
  const act = async (id: string, what: string, body: object = {}, sent: Sent = {}) =>
    (await import('./runs/[id]/[act]/route.ts')).POST(
      asked(`/api/runs/${id}/${what}`, { ...sent, body: JSON.stringify(body) }),
      at({ id, act: what }),
    );

  test('is launched, read, paused, resumed and stopped with a reason; each twice is a conflict', async () => {
    const made = await launch({
      slug: 'corto',
      mode: 'drill',
      clock: { startsAt: '2026-07-02T18:30:00+02:00', withinSeconds: 60 },
    });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const read = await (await import('./runs/[id]/route.ts')).GET(
      asked(`/api/runs/${id}`, { method: 'GET' }),
      at({ id }),
    );
    expect(await read.json()).toMatchObject({
      id,
      mode: 'drill',
      status: 'approved',
      runClock: '2026-07-02T16:30:00.000Z',
    });
    expect((await act(id, 'pause')).status).toBe(200);
    expect((await problem(await act(id, 'pause'))).code).toBe('cannot-pause');
    expect((await act(id, 'resume')).status).toBe(200);
    const stop = await problem(await act(id, 'stop'));
    expect([stop.code, stop.errors?.[0]?.field]).toEqual(['reason-needed', 'reason']);
    expect((await act(id, 'stop', { reason: 'falsa alarma' })).status).toBe(200);
    const { rows } = await house.database.query<{ act: string; who_kind: string; words: string | null }>(
      'select act, who_kind, words from audit left join audit_reason using (seq) where about_id = $1 order by seq',
      [id],
    );
    expect(rows.map((row) => row.act)).toEqual(['run.launched', 'run.paused', 'run.resumed', 'run.stopped']);
    expect(rows[3]).toMatchObject({ who_kind: 'key', words: 'falsa alarma' });
  });

  test('what cannot be launched is told by field', async () => {
    const cases = [
      [await launch({ slug: 'nada', mode: 'drill' }), 404, 'slug'],
      [await launch({ slug: 'corto' }), 422, 'mode'],
      [await launch({ slug: 'corto', mode: 'live', clock: {} }), 422, 'clock'],
      [
        await launch({ slug: 'corto', mode: 'drill', audience: { fact: 'citizen.shoeSize', is: 'exists' } }),
        422,
        'audience',
      ],
      [
        await launch({ slug: 'corto', mode: 'drill', audience: { any: [{ fact: 'citizen.sex', is: 'resembles' }] } }),
        422,
        'audience.any.0.is',
      ],
      [await launch({ slug: 'corto', mode: 'drill', surprise: 1 }), 422, ''],
      [await launch({ slug: 'corto', mode: 'live' }, { key: house.trial }), 403, 'mode'],
    ] as const;
    for (const [answer, status, field] of cases) {
      const told = await problem(answer);
      expect([answer.status, told.errors?.[0]?.field]).toEqual([status, field]);
    }
  });

  test("another unit's run, a live run for a test key, and nonsense are out of reach", async () => {
    const made = (await (await launch({ slug: 'corto', mode: 'live' })).json()) as { id: string };
    expect((await act(made.id, 'pause', {}, { key: house.trial })).status).toBe(403);
    const { rows } = await house.database.query<{ id: string }>(`insert into unit (name) values ('Otra') returning id`);
    const other = await createApiKey(house.database, { unitId: rows[0]!.id, name: 'x', scopes, mode: 'live' });
    expect((await act(made.id, 'pause', {}, { key: other })).status).toBe(404);
    expect((await act('nonsense', 'pause')).status).toBe(404);
    expect((await act(made.id, 'explode')).status).toBe(404);
    const narrow = await createApiKey(house.database, {
      unitId: house.unitId,
      name: 'x',
      scopes: ['read'],
      mode: 'live',
    });
    expect((await problem(await act(made.id, 'pause', {}, { key: narrow }))).code).toBe('scope-missing');
  });

  test('an official asks from our own pages, with a session and the permission; everything else is refused', async () => {
    const as = async (role: Role, method?: 'password') =>
      signIn(house.database, { roles: [[house.unitId, role]], ...(method && { method }) });
    const drill = { slug: 'corto', mode: 'drill' };
    const asking = (cookie: string, headers: Record<string, string> = fromOurPage) => ({
      key: null,
      headers: { cookie, ...headers },
    });
    const manager = await as('manager');
    expect((await launch(drill, asking(manager.cookie))).status).toBe(201);
    const refusals = [
      [await launch(drill, { key: null }), 401, 'key-missing'],
      [await launch(drill, asking(manager.cookie, { origin: 'https://evil.example' })), 403, 'foreign-origin'],
      [await launch(drill, asking(manager.cookie, {})), 403, 'foreign-origin'],
      [await launch(drill, asking(manager.cookie.slice(0, -6))), 401, 'session-over'],
      [await launch(drill, asking((await as('reader')).cookie)), 403, 'permission-missing'],
      [await launch(drill, asking((await as('manager', 'password')).cookie)), 403, 'second-factor-missing'],
      [await launch({ slug: 'corto', mode: 'live' }, asking((await as('designer')).cookie)), 403, 'permission-missing'],
    ] as const;
    for (const [answer, status, code] of refusals)
      expect([answer.status, (await problem(answer)).code]).toEqual([status, code]);
    const { id } = (await (await launch(drill)).json()) as { id: string };
    const approver = asking((await as('approver')).cookie);
    expect((await act(id, 'pause', {}, approver)).status).toBe(200);
    expect((await act(id, 'resume', {}, asking((await as('designer')).cookie))).status).toBe(403);
    const { rows } = await house.database.query<{ id: string }>(
      `insert into unit (name) values ('Vecina') returning id`,
    );
    const neighbour = await signIn(house.database, { roles: [[rows[0]!.id, 'manager']] });
    expect((await act(id, 'resume', {}, asking(neighbour.cookie))).status).toBe(404);
  });

  test('a receipt moves its person to a task, which is closed in one of its ways, and the timeline tells it', async () => {
    const { runId, partitions } = await enrolAll(house.database, {
      unitId: house.unitId,
      slug: 'corto',
      mode: 'drill',
      audience: { fact: 'citizen.mobile', is: 'equals', value: '+34600000005' },
      event: {},
    });
    await advanceAll(house.database, partitions);
    const message = (
      await house.database.query<{ id: string; member_id: string }>(
        'select id, member_id from message where run_id = $1',
        [runId],
      )
    ).rows[0]!;
    const body = JSON.stringify({ receipts: [{ key: message.id, status: 'delivered', at: Date.now() }] });
    const { POST } = await import('./receipts/[account]/route.ts');
    expect(
      (
        await POST(
          asked('/', { key: null, headers: sign(body, 'shh', Date.now()), body }),
          at({ account: String(house.accountId) }),
        )
      ).status,
    ).toBe(200);
    await advanceAll(house.database, partitions);
    const task = (await house.database.query<{ id: string }>('select id from task where run_id = $1', [runId]))
      .rows[0]!;
    const close = async (outcome: string) =>
      (await import('./tasks/[id]/route.ts')).POST(
        asked('/', { body: JSON.stringify({ outcome }) }),
        at({ id: task.id }),
      );
    expect((await problem(await close('explode'))).code).toBe('unknown-outcome');
    expect((await close('done')).status).toBe(200);
    expect((await close('done')).status).toBe(409);
    await advanceAll(house.database, partitions);
    const { GET } = await import('./members/[id]/timeline/route.ts');
    const told = (await (await GET(asked('/', { method: 'GET' }), at({ id: message.member_id }))).json()) as {
      member: { outcome: string };
      steps: unknown[];
      document?: unknown;
    };
    expect([told.member.outcome, told.steps.length > 2, told.document]).toEqual(['reached', true, undefined]);
  });

  test('a stream tells at once and then each second, asking once however many watch', async () => {
    const { id } = (await (await launch({ slug: 'corto', mode: 'drill' })).json()) as { id: string };
    const { GET } = await import('./runs/[id]/stream/route.ts');
    const watchers = await Promise.all([1, 2, 3].map(() => GET(asked('/', { method: 'GET' }), at({ id }))));
    for (const watcher of watchers) {
      expect(watcher.headers.get('content-type')).toBe('text/event-stream');
      const reader = watcher.body!.getReader();
      const { value } = await reader.read();
      expect(new TextDecoder().decode(value)).toMatch(new RegExp(`^data: \\{"id":"${id}".*\\}\n\n$`));
      await reader.cancel();
    }
    expect((await import('./runs/[id]/stream/watch-run.ts')).watching()).toBe(0);
  });
});
