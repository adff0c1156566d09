import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { giveSoftwareKey } from '#drizzle/requests/software-key.ts';
import { type Role, roles } from '#engine/office/permission.ts';
import { relyingParty } from '#relying-party';
import { acts } from './acts.ts';
import { type House, openHouse } from './api/api.fixture.ts';
import { contract, type Route } from './api/contract.ts';
import { doors } from './doors.ts';
import { mayOpen } from './may-open.ts';
import { type Opening, pages } from './pages.ts';
import { fromOurPage, signIn } from './session.fixture.ts';

// Every page, door, operation of the API and server function, as each role, as nobody, and as everything in another unit:
// what is tried comes from the maps, so that what is new is tried without anybody writing a line here. Postgres is real;
// only what Next knows of the request in hand is handed over by us.
const asking = vi.hoisted(() => ({ cookie: '' }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => {
      const [known, value = ''] = asking.cookie.split('=');
      return known === name ? { name, value: decodeURIComponent(value) } : undefined;
    },
    getAll: () => [],
    set: () => undefined,
    delete: () => undefined,
  }),
  headers: async () => new Headers({ host: 'localhost:3000', ...fromOurPage }),
}));
vi.mock('server-only', () => ({}));

type Visitor = Role | 'nobody' | 'neighbour';
type Met = 'in' | 'sent to the door' | 'forbidden';

const visitors: Visitor[] = [...roles, 'neighbour', 'nobody'];
const unknown = '019ac000-0000-7000-8000-000000000001';
const cookies = new Map<Visitor, string>([['nobody', '']]);
let house: House;

beforeAll(async () => {
  process.env['__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS'] = 'true'; // as next.config.ts has it
  house = await openHouse();
  const { rows } = await house.database.query<{ id: string }>(`insert into unit (name) values ('Otra') returning id`);
  const held = (visitor: Visitor): [string, Role][] =>
    visitor === 'neighbour'
      ? roles.map((role) => [rows[0]!.id, role])
      : roles.filter((role) => role === visitor).map((role) => [house.unitId, role]);
  for (const visitor of visitors.filter((one) => one !== 'nobody')) {
    const official = await signIn(house.database, { name: visitor, roles: held(visitor) });
    await giveSoftwareKey(house.database, official.id, relyingParty());
    cookies.set(visitor, official.cookie);
  }
}, 240_000);
afterAll(() => house?.close());

/** How a visitor must be met at something that is open for this. */
function due(visitor: Visitor, action: Opening): Met {
  if (action === 'anyone') return 'in';
  if (visitor === 'nobody') return 'sent to the door';
  const grants = (visitor === 'neighbour' ? roles : [visitor]).map((role) => ({ unitId: 'any', role }));
  return mayOpen(grants, { action }) ? 'in' : 'forbidden';
}

/** How every visitor is met, and how each must be. */
async function meet(action: Opening, visit: () => Promise<Met>) {
  const [met, right]: [Record<string, Met>, Record<string, Met>] = [{}, {}];
  for (const visitor of visitors) {
    asking.cookie = cookies.get(visitor) ?? '';
    met[visitor] = await visit();
    right[visitor] = due(visitor, action);
  }
  return { met, right };
}

/** What Next would make of how a page or a server function ends: an address to go to, a refusal; all else is being let in. */
async function ending(work: () => Promise<unknown>): Promise<Met> {
  try {
    await work();
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
    if (digest.startsWith('NEXT_REDIRECT') && digest.includes('/sign-in')) return 'sent to the door';
    if (digest === 'NEXT_HTTP_ERROR_FALLBACK;403') return 'forbidden';
    // Nothing was given to it: whoever got this far has been let in.
  }
  return 'in';
}

describe('pages', () => {
  const asked = pages.filter(({ action }) => action !== 'anyone');
  test.each(asked)('$path is for $action', { timeout: 240_000 }, async ({ path, action }) => {
    const page = (await import(/* @vite-ignore */ `.${path === '/' ? '' : path}/page.tsx`)) as Page;
    const params = Object.fromEntries([...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name, unknown]));
    const visit = () =>
      ending(() => page.default({ params: Promise.resolve(params), searchParams: Promise.resolve({}) }));
    const { met, right } = await meet(action, visit);
    expect(met).toEqual(right);
  });
});
type Page = { default: (props: object) => Promise<unknown> };

describe('ways in that are no pages', () => {
  const operations = (Object.values(contract) as Route[]).map(({ path, method, action }) => ({
    path: path.replaceAll('{', '[').replaceAll('}', ']'),
    method: method.toUpperCase(),
    action,
  }));
  const ways = [
    ...operations,
    ...doors.flatMap(({ path, methods, action }) => methods.map((method) => ({ path, method, action }))),
  ].filter(({ action }) => action !== 'anyone');
  test.each(ways)('$method $path is for $action', { timeout: 240_000 }, async ({ path, method, action }) => {
    const { met, right } = await meet(action, async () => metBy((await knock(path, method)).status));
    expect(met).toEqual(right);
  });
});
const metBy = (status: number): Met => (status === 401 ? 'sent to the door' : status === 403 ? 'forbidden' : 'in');

/** Knocks as whoever asks now, with nothing in hand and at things that do not exist. */
async function knock(path: string, method: string, ids: Record<string, string> = {}): Promise<Response> {
  const route = (await import(/* @vite-ignore */ `.${path}/route.ts`)) as Record<string, Handler>;
  const values = Object.fromEntries(
    [...path.matchAll(/\[(?:\.{3})?(\w+)\]/g)].map(([whole, name = '']) => {
      const value = ids[name] ?? (name === 'act' ? 'pause' : unknown);
      return [name, whole.startsWith('[...') ? [value] : value];
    }),
  );
  const request = new Request(`http://localhost:3000${path.replaceAll(/\[(?:\.{3})?(\w+)\]/g, unknown)}`, {
    method,
    headers: { ...fromOurPage, cookie: asking.cookie, 'content-type': 'application/json' },
    ...(method !== 'GET' && { body: '{}' }),
  });
  const answer = await route[method]!(request, { params: Promise.resolve(values) });
  await answer.body?.cancel();
  return answer;
}
type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

describe('server functions', () => {
  const here = new URL('.', import.meta.url);
  const built = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && /^['"]use server/.test(readFileSync(new URL(file, here), 'utf8')))
    .flatMap((file) =>
      [...readFileSync(new URL(file, here), 'utf8').matchAll(/^export const (\w+) = act\(\s*'([\w.-]+)'/gm)].map(
        ([, name = '', act = '']) => ({ file, name, act: act as keyof typeof acts }), // the check has looked at it
      ),
    );
  test('are all here', () => {
    expect(built.map(({ act }) => act).toSorted()).toEqual(Object.keys(acts).toSorted());
  });
  const asked = built.filter(({ act }) => (acts[act] as Opening) !== 'anyone');
  test.each(asked)('$act asks who calls', { timeout: 240_000 }, async ({ file, name, act }) => {
    const made = (await import(/* @vite-ignore */ `./${file}`)) as Record<string, () => Promise<unknown>>;
    const { met, right } = await meet(acts[act], () => ending(() => made[name]!()));
    expect(met).toEqual(right);
  });
});

test('whoever may do everything in another unit finds nothing of this one', { timeout: 240_000 }, async () => {
  const ids = await thingsOf(house);
  asking.cookie = cookies.get('neighbour') ?? '';
  for (const { path, method, kind } of [
    { path: '/api/runs/[id]', method: 'GET', kind: 'run' },
    { path: '/api/runs/[id]/stream', method: 'GET', kind: 'run' },
    { path: '/api/runs/[id]/[act]', method: 'POST', kind: 'run' },
    { path: '/api/runs/[id]/attention', method: 'POST', kind: 'run' },
    { path: '/api/runs/[id]/follow-ups', method: 'POST', kind: 'run' },
    { path: '/api/runs/[id]/reason', method: 'POST', kind: 'run' },
    { path: '/api/requests/[id]', method: 'GET', kind: 'request' },
    { path: '/api/requests/[id]/[act]', method: 'POST', kind: 'request' },
  ] as const) {
    const act = kind === 'request' ? 'return' : 'pause';
    expect([path, (await knock(path, method, { id: ids[kind], act })).status]).toEqual([path, 404]);
  }
  for (const [path, id] of [
    ['/runs/[id]', ids.run],
    ['/runs/[id]/wall', ids.run],
    ['/requests/[id]', ids.request],
  ] as const) {
    const page = (await import(/* @vite-ignore */ `.${path}/page.tsx`)) as Page;
    const shown = page.default({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) });
    await expect(shown, path).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' });
  }
});

/** A run and a request of the house. */
async function thingsOf({ database, unitId }: House): Promise<{ run: string; request: string }> {
  const made = await database.query<{ run: string; request: string }>(
    `with asked as (
       insert into request (unit_id, what, slug, wish, author, writers)
       values ($1, 'launch', 'corto', '{"what":"launch","slug":"corto"}', '{"kind":"official","id":"x","name":"Ana"}', '{}') returning id),
     launched as (
       insert into run (unit_id, journey_id, revision_id, kind, mode, status)
       select $1, journey_id, id, 'launched', 'live', 'open' from revision limit 1 returning id)
     select launched.id as run, asked.id as request from launched, asked`,
    [unitId],
  );
  return made.rows[0]!;
}
