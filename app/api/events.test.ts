import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type House, openHouse, problem, type Sent } from './api.fixture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const asked = (path: string, { key = house.live, ...sent }: Sent = {}) => ask(path, { key, ...sent });

const events = async (sent: Sent, query = '') =>
  (await import('./events/route.ts')).POST(asked(`/api/events${query}`, sent));
const one = (extra: object = {}) => ({
  specversion: '1.0',
  id: 'e1',
  source: '/padron',
  type: 'beca.presentada',
  subject: 'c1',
  data: { n: 1 },
  ...extra,
});

describe('events', () => {
  test('a structured event is kept once, however often it comes; who is unknown is kept and said', async () => {
    const body = JSON.stringify(one());
    const first = await events({ body });
    expect([first.status, await first.json()]).toEqual([202, { received: 1, repeated: 0, unknown: [] }]);
    expect(await (await events({ body })).json()).toEqual({ received: 0, repeated: 1, unknown: [] });
    const stranger = await events({ body: JSON.stringify(one({ id: 'e2', subject: 'nobody' })) });
    expect(await stranger.json()).toEqual({ received: 1, repeated: 0, unknown: ['e2'] });
    const { rows } = await house.database.query(
      `select e.event_id, e.mode, e.data, c.ref from event e left join citizen c on c.id = e.citizen_id order by 1`,
    );
    expect(rows).toEqual([
      { event_id: 'e1', mode: 'live', data: { n: 1 }, ref: 'c1' },
      { event_id: 'e2', mode: 'live', data: { n: 1 }, ref: null },
    ]);
  });

  test('requests that come at once are kept together, and each is told of its own events', async () => {
    const sent = Array.from({ length: 40 }, (_, i) => one({ id: `t${i % 30}`, subject: i === 7 ? 'nobody' : 'c1' }));
    const answers = await Promise.all(
      sent.map(async (event) => (await events({ body: JSON.stringify(event) })).json()),
    );
    expect(answers.slice(0, 30).every(({ received }) => received === 1)).toBe(true);
    expect(answers.slice(30).every(({ repeated }) => repeated === 1)).toBe(true);
    expect(answers.flatMap(({ unknown }) => unknown)).toEqual(['t7']);
    const { rows } = await house.database.query(`select count(*)::int as n from event where event_id like 't%'`);
    expect(rows).toEqual([{ n: 30 }]);
  });

  test('binary mode and a batch of a thousand, one of them twice', async () => {
    const binary = await events({
      headers: {
        'ce-specversion': '1.0',
        'ce-id': 'b1',
        'ce-source': '/padr%C3%B3n',
        'ce-type': 'a.b',
        'ce-subject': 'c2',
      },
      body: '{"k":"v"}',
    });
    expect(await binary.json()).toEqual({ received: 1, repeated: 0, unknown: [] });
    const { rows } = await house.database.query(`select source, data from event where event_id = 'b1'`);
    expect(rows).toEqual([{ source: '/padrón', data: { k: 'v' } }]);
    const many = Array.from({ length: 1_000 }, (_, i) =>
      one({ id: `m${i === 999 ? 0 : i}`, subject: `c${1 + (i % 20)}` }),
    );
    const batch = { headers: { 'content-type': 'application/cloudevents-batch+json' } };
    const answer = await events({ ...batch, body: JSON.stringify(many) });
    expect(await answer.json()).toEqual({ received: 999, repeated: 1, unknown: [] });
    const tooMany = await events({ ...batch, body: JSON.stringify([...many, one({ id: 'x' })]) });
    expect([tooMany.status, (await problem(tooMany)).code]).toEqual([422, 'unfit']);
  });

  test('a test key is heard by drills only, and what it sent does not stand in the way of the real event', async () => {
    const body = JSON.stringify(one({ id: 'same' }));
    expect((await events({ key: house.trial, body })).status).toBe(202);
    expect(await (await events({ body })).json()).toMatchObject({ received: 1 });
    const { rows } = await house.database.query(`select mode from event where event_id = 'same' order by mode`);
    expect(rows.map(({ mode }) => mode as string).sort()).toEqual(['drill', 'live']);
    expect((await problem(await events({ key: house.trial, body }, '?mode=live'))).code).toBe('test-key');
  });

  const deep = '['.repeat(200) + ']'.repeat(200);
  const malformed: [string, Sent, number, string, string?][] = [
    ['no key', { key: null, body: '{}' }, 401, 'key-missing', 'authorization'],
    [
      'an unknown key',
      { key: 'cauce_live_thisisnotakeyofanybodyhere', body: '{}' },
      401,
      'key-unknown',
      'authorization',
    ],
    ['no JSON', { body: '{"a":' }, 400, 'not-json', 'body'],
    ['an empty body', { body: '' }, 400, 'not-json', 'body'],
    ['another media type', { headers: { 'content-type': 'text/plain' }, body: 'x' }, 415, 'media-type', 'content-type'],
    ['no id', { body: JSON.stringify(one({ id: undefined })) }, 422, 'unfit', 'id'],
    ['an empty source', { body: JSON.stringify(one({ source: '' })) }, 422, 'unfit', 'source'],
    ['another version', { body: JSON.stringify(one({ specversion: '0.3' })) }, 422, 'unfit', 'specversion'],
    ['a wildcard for a type', { body: JSON.stringify(one({ type: '*' })) }, 422, 'unfit', 'type'],
    ['a time that is none', { body: JSON.stringify(one({ time: 'yesterday' })) }, 422, 'unfit', 'time'],
    [
      'a time beyond all calendars',
      { body: JSON.stringify(one({ time: '9999-01-01T00:00:00Z' })) },
      422,
      'unfit',
      'time',
    ],
    ['data that are a list', { body: JSON.stringify(one({ data: [1] })) }, 422, 'unfit', 'data'],
    [
      'data that are too large',
      { body: JSON.stringify(one({ data: { a: 'x'.repeat(70_000) } })) },
      422,
      'unfit',
      'data',
    ],
    ['U+0000', { body: '{"specversion":"1.0","id":"a\\u0000","source":"s","type":"t"}' }, 400, 'bad-character', 'id'],
    [
      'half a surrogate pair',
      { body: '{"specversion":"1.0","id":"z","source":"s","type":"t","data":{"k":"\\ud800"}}' },
      400,
      'bad-character',
      'data.k',
    ],
    ['endless nesting', { body: `{"data":${deep}}` }, 400, 'too-deep'],
    ['five megabytes', { body: `"${'x'.repeat(5_000_000)}"` }, 413, 'too-large'],
    [
      'one bad event in a batch',
      {
        headers: { 'content-type': 'application/cloudevents-batch+json' },
        body: JSON.stringify([one({ id: 'good' }), one({ id: 7 })]),
      },
      422,
      'unfit',
      '1.id',
    ],
  ];
  test.each(malformed)(
    '%s is refused with its field and why, and nothing is kept',
    async (_, sent, status, code, field) => {
      const held = async () =>
        (await house.database.query<{ n: number }>('select count(*)::int as n from event')).rows[0]!.n;
      const before = await held();
      const answer = await events(sent);
      const told = await problem(answer);
      expect([answer.status, told.code]).toEqual([status, code]);
      if (field) expect(told.errors?.map((error) => error.field)).toContain(field);
      for (const { why } of told.errors ?? []) expect(why).not.toBe('');
      expect(await held()).toBe(before);
    },
  );
});
