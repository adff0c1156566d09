import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, scopes } from '#drizzle/queries/api-keys.ts';
import { ask, at, type House, openHouse, problem } from './api.fixture.ts';

let house: House;
let foreign: string;
let run: string;
let member: string;
let task: string;

beforeAll(async () => {
  house = await openHouse();
  const { rows } = await house.database.query<{ id: string }>(`insert into unit (name) values ('Otra') returning id`);
  foreign = await createApiKey(house.database, { unitId: rows[0]!.id, name: 'x', scopes, mode: 'live' });
  const launched = await post('./runs/route.ts', '/api/runs', { slug: 'corto', mode: 'live' });
  run = ((await launched.json()) as { id: string }).id;
  member = (
    await house.database.query<{ id: string }>(
      `insert into member (run_id, partition_id, journey_id, citizen_id, entered_at)
       select run.id, 0, run.journey_id, citizen.id, now() from run, citizen where run.id = $1 limit 1 returning id`,
      [run],
    )
  ).rows[0]!.id;
  task = (
    await house.database.query<{ id: string }>(
      `insert into task (id, run_id, partition_id, member_id, citizen_id, node, visit, skill, title, created_at)
       select uuidv7(), run_id, 0, id, citizen_id, 'desk', 1, 'x', 'x', now() from member where id = $1 returning id`,
      [member],
    )
  ).rows[0]!.id;
});
afterAll(() => house?.close());

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

async function post(
  file: string,
  path: string,
  body: unknown,
  { key = house.live, params = {} } = {},
): Promise<Response> {
  const { POST } = (await import(file)) as { POST: Handler };
  return POST(ask(path, { key, body: JSON.stringify(body) }), at(params as never));
}

async function get(file: string, params: object, key: string): Promise<Response> {
  const { GET } = (await import(file)) as { GET: Handler };
  return GET(ask('/', { key, method: 'GET' }), at(params as never));
}

const unknown = '019ac000-0000-7000-8000-000000000001';

test('what belongs to another unit answers as what does not exist', async () => {
  const ways: ((id: Record<'run' | 'member' | 'task', string>) => Promise<Response>)[] = [
    ({ run: id }) => get('./runs/[id]/route.ts', { id }, foreign),
    ({ run: id }) => get('./runs/[id]/stream/route.ts', { id }, foreign),
    ({ member: id }) => get('./members/[id]/timeline/route.ts', { id }, foreign),
    ({ run: id }) => post('./runs/[id]/[act]/route.ts', '/', {}, { key: foreign, params: { id, act: 'pause' } }),
    ({ run: id }) =>
      post('./runs/[id]/attention/route.ts', '/', { do: 'retry', reason: 'x' }, { key: foreign, params: { id } }),
    ({ task: id }) => post('./tasks/[id]/route.ts', '/', { outcome: 'done' }, { key: foreign, params: { id } }),
  ];
  for (const way of ways) {
    const [theirs, nobodys] = [
      await way({ run, member, task }),
      await way({ run: unknown, member: unknown, task: unknown }),
    ];
    expect(theirs.status).toBe(404);
    expect(await problem(theirs)).toEqual(await problem(nobodys));
  }
  const { rows } = await house.database.query(`select from run where id = $1 and paused_at is null`, [run]);
  expect(rows).toHaveLength(1);
});

test('nothing is written that a request was not asked for', async () => {
  const extras = {
    unitId: unknown,
    unit_id: unknown,
    lane: 0,
    status: 'open',
    team: false,
    id: unknown,
    enrolled: 9,
    __proto__: null,
    revisionId: unknown,
  };
  for (const [name, value] of Object.entries(extras)) {
    const told = await problem(
      await post('./runs/route.ts', '/api/runs', { slug: 'corto', mode: 'drill', [name]: value }),
    );
    expect([name, told.status, told.code]).toEqual([name, 422, 'unfit']);
  }
  const more = await Promise.all([
    post('./runs/[id]/[act]/route.ts', '/', { reason: 'x', status: 'open' }, { params: { id: run, act: 'pause' } }),
    post('./runs/[id]/attention/route.ts', '/', { do: 'skip', reason: 'x', settled: 1 }, { params: { id: run } }),
    post('./tasks/[id]/route.ts', '/', { outcome: 'done', citizenId: unknown }, { params: { id: task } }),
    post('./citizens/attributes/route.ts', '/', {
      source: 'x',
      changes: [{ ref: 'c1', attributes: {}, protected: false }],
    }),
  ]);
  for (const answer of more) expect((await problem(answer)).status).toBe(422);
});

describe('words that mean something to a database', () => {
  const evil = [
    `'`,
    `' or '1'='1`,
    `'; drop table citizen; --`,
    `"`,
    `\\'; select pg_sleep(5); --`,
    `$1`,
    '{{1}}',
    `a' -> 'b`,
    `%`,
    `_`,
    `'||(select key from setting)||'`,
  ];

  test('are values in a rule, and no facts', async () => {
    for (const words of evil) {
      const equal = { fact: 'citizen.ref', is: 'equals', value: words };
      expect(
        (await post('./runs/route.ts', '/', { slug: 'corto', mode: 'drill', audience: equal })).status,
        words,
      ).toBe(201);
      // An underscore alone is a fair name for something in an event.
      const facts = words === '_' ? [] : [`citizen.${words}`, `event.${words}`, words, `citizen.attributes.${words}`];
      for (const fact of facts) {
        const audience = { fact, is: 'exists' };
        expect((await post('./runs/route.ts', '/', { slug: 'corto', mode: 'drill', audience })).status, fact).toBe(422);
      }
    }
  });

  test('are values wherever they are sent', async () => {
    for (const words of evil) {
      const event = {
        specversion: '1.0',
        id: words,
        source: words,
        type: 'filed',
        subject: words,
        data: { [words]: words },
      };
      const sent = await (await import('./events/route.ts')).POST(
        ask('/api/events', { key: house.live, body: JSON.stringify(event) }),
      );
      expect([202, 422], words).toContain(sent.status);
      expect((await post('./runs/route.ts', '/', { slug: words, mode: 'drill' })).status).toBe(404);
      expect(
        (
          await post('./citizens/attributes/route.ts', '/', {
            source: words,
            changes: [{ ref: words, attributes: { [words]: words } }],
          })
        ).status,
      ).toBe(422);
      expect((await post('./tasks/[id]/route.ts', '/', { outcome: words }, { params: { id: task } })).status).toBe(422);
      for (const id of [words, `${run}${words}`])
        expect((await get('./runs/[id]/route.ts', { id }, house.live)).status).toBe(404);
    }
    const { rows } = await house.database.query<{ n: number }>('select count(*)::int as n from citizen');
    expect(rows[0]?.n).toBe(20);
  });

  test('never end in an error of ours, whatever they are', async () => {
    const rule = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.record({ fact: fc.string(), is: fc.string(), value: fc.jsonValue() }),
        fc.record({ all: fc.array(tie('any')) }),
        fc.record({ not: tie('any') }),
        fc.jsonValue(),
      ),
    })).any;
    await fc.assert(
      fc.asyncProperty(rule, fc.string(), async (audience, slug) => {
        const answer = await post('./runs/route.ts', '/', { slug, mode: 'drill', audience });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a warning', () => {
  const send = async (xml: string) =>
    (await import('./cap/route.ts')).POST(
      ask('/api/cap', { key: house.live, headers: { 'content-type': 'application/cap+xml' }, body: xml }),
    );
  const alert = (head: string, note: string) =>
    `<?xml version="1.0"?>${head}<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>x1</identifier><sender>s@x</sender><sent>2026-07-02T18:00:00+02:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><note>${note}</note></alert>`;
  const lol = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

  test.each([
    ['a file of ours', `<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]>`, '&x;'],
    ['another system', `<!DOCTYPE alert [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]>`, '&x;'],
    ['a parameter entity', `<!DOCTYPE alert [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>`, 'x'],
    ['a foreign document type', `<!DOCTYPE alert SYSTEM "http://127.0.0.1:1/evil.dtd">`, 'x'],
    ['a billion laughs', `<!DOCTYPE alert [<!ENTITY l0 "lol">${lol}]>`, '&l10;'],
    ['an entity nobody declared', '', '&x;'],
    [
      'an inclusion',
      '',
      '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
    ],
  ])('that asks for %s gets nothing, at once', async (_, head, note) => {
    await send('');
    const began = performance.now();
    const answer = await send(alert(head, note));
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toMatch(/root:|lollol/);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('a bug of ours tells a stranger nothing of the inside, and writes nobody’s data', async () => {
  const { answering } = await import('./answering.ts');
  const written: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = ((text: string) => written.push(text) > 0) as typeof process.stderr.write;
  try {
    const answer = await answering(ask('/', {}), async () => {
      await house.database.query(`select ('Ana García\n{"level":60,"msg":"forged"}')::date`);
      return new Response();
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/Ana|date|select|forged/);
  } finally {
    process.stderr.write = write;
  }
  expect(written).toHaveLength(1);
  expect(JSON.parse(written[0]!)).toMatchObject({ error: { code: '22007' } });
  expect(written[0]).not.toMatch(/Ana|forged/);
  expect(written[0]!.trimEnd()).not.toContain('\n');
});
