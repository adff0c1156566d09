import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type House, openHouse, problem, type Sent } from './api.fixture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const asked = (path: string, { key = house.live, ...sent }: Sent = {}) => ask(path, { key, ...sent });

test('attributes are written all or nothing, and by a test key never to real people', async () => {
  await house.database.query(
    `insert into attribute (unit_id, name, type) values ($1, 'hasFiled', 'boolean') on conflict do nothing`,
    [house.unitId],
  );
  const { POST } = await import('./citizens/attributes/route.ts');
  const post = (changes: object[], key = house.live) =>
    POST(asked('/', { key, body: JSON.stringify({ source: 'registro', changes }) }));
  expect(await (await post([{ ref: 'c1', attributes: { hasFiled: true } }])).json()).toEqual({ changed: 1, woken: 0 });
  const refused = await problem(
    await post([
      { ref: 'c2', attributes: { hasFiled: true } },
      { ref: 'nobody', attributes: { hasFiled: true } },
    ]),
  );
  expect([refused.status, refused.errors?.[0]]).toMatchObject([422, { field: 'changes.1', code: 'unknown-citizen' }]);
  expect(
    (await house.database.query(`select from citizen where ref = 'c2' and attributes ? 'hasFiled'`)).rowCount,
  ).toBe(0);
  expect(await (await post([{ ref: 'c1', attributes: { hasFiled: false } }], house.trial)).json()).toEqual({
    changed: 0,
    woken: 0,
  });
  expect(
    (await house.database.query(`select attributes -> 'hasFiled' as filed from citizen where ref = 'c1'`)).rows,
  ).toEqual([{ filed: true }]);
});

test('a warning that is no XML, no CAP, too large or with a document type is refused by name', async () => {
  const { POST } = await import('./cap/route.ts');
  const post = (body: string, type = 'application/cap+xml') =>
    POST(asked('/api/cap', { headers: { 'content-type': type }, body }));
  for (const [body, status] of [
    ['', 422],
    ['{}', 422],
    ['<alert', 422],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert>&x;</alert>', 422],
    ['<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a&#xD800;</identifier></alert>', 422],
    ['x'.repeat(3_000_000), 413],
  ] as const) {
    const answer = await post(body);
    expect([body.slice(0, 40), answer.status]).toEqual([body.slice(0, 40), status]);
    await problem(answer);
  }
  expect((await post('<a/>', 'text/plain')).status).toBe(415);
});

test('openapi.json describes every way in, and refers to nothing that is not there', async () => {
  const { GET } = await import('./openapi.json/route.ts');
  const text = await GET().text();
  const described = JSON.parse(text) as {
    openapi: string;
    paths: Record<string, object>;
    components: { schemas: object };
  };
  expect(described.openapi).toBe('3.1.0');
  expect(Object.keys(described.paths)).toContain('/api/runs/{id}/{act}');
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
  expect(references).toContain('Rule');
  for (const name of new Set(references)) expect(Object.keys(described.components.schemas)).toContain(name);
  expect(text).not.toContain('#/$defs/');
});
