import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type House, openHouse, problem } from './api/api.fixture.ts';
import { fromOurPage, signIn } from './session.fixture.ts';
import { sessionCookie, signedToken, tokenIn } from './session-cookie.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await import('./api/runs/route.ts');
}, 240_000);
afterAll(() => house?.close());

/** How somebody who brings this cookie is met where a launch is asked for (with nothing in it: 422 is being let in). */
async function knock(cookie: string, headers: Record<string, string> = fromOurPage): Promise<Response> {
  const { POST } = await import('./api/runs/route.ts');
  return POST(ask('/api/runs', { headers: { ...headers, cookie }, body: '{}' }));
}
const manager = () => signIn(house.database, { roles: [[house.unitId, 'manager']] });
const cookieOf = (value: string) => `${sessionCookie()}=${encodeURIComponent(value)}`;

test('a session is a token of ours: neither made up, nor signed by another, nor planted beforehand', async () => {
  const { token, cookie } = await manager();
  expect((await knock(cookie)).status).toBe(422);
  const planted = 'planted-by-somebody-else';
  const forged = [
    token,
    `${token}.`,
    `${token}.AAAA`,
    `${token}x.${signedToken(token).split('.')[1]}`,
    signedToken(planted),
  ];
  for (const value of forged) expect([value, (await knock(cookieOf(value))).status]).toEqual([value, 401]);
  expect(tokenIn(signedToken(token))).toBe(token);
  const [one, other] = [await manager(), await manager()];
  expect(one.token).not.toBe(other.token);
  expect(one.token.length).toBeGreaterThanOrEqual(32);
});

test('a session ends when it was idle too long, at its end, when it is revoked, and with its official', async () => {
  const ends: [how: string, sql: string][] = [
    ['idle', `update session set updated_at = now() - interval '31 minutes' where official_id = $1`],
    ['over', `update session set expires_at = now() - interval '1 second' where official_id = $1`],
    ['revoked', `delete from session where official_id = $1`],
    ['blocked', `update official set status = 'blocked' where id = $1`],
  ];
  for (const [how, sql] of ends) {
    const { id, cookie } = await manager();
    expect([how, (await knock(cookie)).status]).toEqual([how, 422]);
    await house.database.query(sql, [id]);
    expect([how, (await knock(cookie)).status]).toEqual([how, 401]);
  }
});

test('a role that is taken away is gone at the next request', async () => {
  const { id, cookie } = await manager();
  await house.database.query('delete from official_role where official_id = $1', [id]);
  expect((await problem(await knock(cookie))).code).toBe('permission-missing');
});

test('a password alone opens nothing while a second factor is asked for', async () => {
  const { cookie } = await signIn(house.database, { roles: [[house.unitId, 'manager']], method: 'password' });
  expect((await problem(await knock(cookie))).code).toBe('second-factor-missing');
});

test('what another site has a browser ask for is refused, session or not', async () => {
  const { cookie } = await manager();
  for (const origin of ['https://malo.invalid', 'null', 'http://localhost:3000.malo.invalid', 'http://localhost:3001'])
    expect([origin, (await problem(await knock(cookie, { origin }))).code]).toEqual([origin, 'foreign-origin']);
  expect((await problem(await knock(cookie, {}))).code).toBe('foreign-origin');
});
