import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sign } from '#channels/signature.ts';
import { ask, at, type House, openHouse, problem, type Sent } from './api.fixture.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const asked = (path: string, { key = house.live, ...sent }: Sent = {}) => ask(path, { key, ...sent });

describe('receipts', () => {
  const post = async (body: string, headers: Record<string, string>, account = String(house.accountId)) =>
    (await import('./receipts/[account]/route.ts')).POST(
      asked(`/api/receipts/${account}`, { key: null, headers, body }),
      at({ account }),
    );
  const receipt = (extra: object = {}) =>
    JSON.stringify({ receipts: [{ key: 'nothing-of-ours', status: 'delivered', at: 1, ...extra }] });

  test('signed ones are taken in, fifty at once in one go; unknown messages are kept for later', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post(receipt(), sign(receipt(), 'shh', Date.now()))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const { rows } = await house.database.query(`select count(*)::int as n from receipt cross join unnest(refs)`);
    expect(rows[0]).toEqual({ n: 50 });
  });

  test('a reply nobody asked for is kept as unmatched, once', async () => {
    const body = JSON.stringify({ replies: [{ id: 'r1', from: '+34600000001', to: 'X', text: '2', at: Date.now() }] });
    for (const _ of [1, 2]) expect((await post(body, sign(body, 'shh', Date.now()))).status).toBe(200);
    expect((await house.database.query('select from reply where member_id is null')).rowCount).toBe(1);
  });

  test('unsigned, wrongly signed, old, unreadable, poisoned and to nobody: refused by name', async () => {
    const now = Date.now();
    const cases = [
      [await post(receipt(), {}), 401, 'signature-missing'],
      [await post(receipt(), sign(receipt(), 'other', now)), 401, 'signature-wrong'],
      [await post(receipt(), sign(receipt(), 'shh', now - 400_000)), 401, 'signature-old'],
      [
        await post('{"receipts":[{"status":"lost"}]}', sign('{"receipts":[{"status":"lost"}]}', 'shh', now)),
        400,
        'unreadable-callback',
      ],
      [await post(receipt({ code: '\0' }), sign(receipt({ code: '\0' }), 'shh', now)), 400, 'bad-character'],
      [await post(receipt(), sign(receipt(), 'shh', now), '999999'), 404, 'unknown-account'],
      [await post(receipt(), sign(receipt(), 'shh', now), "1';--"), 404, 'unknown-account'],
    ] as const;
    for (const [answer, status, code] of cases)
      expect([answer.status, (await problem(answer)).code]).toEqual([status, code]);
  });
});
