import { expect } from 'vitest';
import { revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import type { Database } from '#drizzle/database.ts';
import { createApiKey, scopes } from '#drizzle/queries/api-keys.ts';
import { testDatabase } from '#drizzle/test-database.ts';

export type House = {
  database: Database;
  unitId: string;
  live: string;
  trial: string;
  accountId: number;
  close: () => Promise<void>;
};

/** A house of its own for a file of tests: twenty people, a short journey, a live and a test key, an account with a secret. */
export async function openHouse(): Promise<House> {
  // Nobody listens there: a test must never poke the Temporal of somebody else.
  process.env['TEMPORAL_ADDRESS'] = '127.0.0.1:1';
  const place = await testDatabase();
  process.env['DATABASE_URL'] = place.url;
  const { unitId } = await settle(place.database, 20);
  const key = (mode: 'live' | 'test') => createApiKey(place.database, { unitId, name: mode, scopes, mode });
  const { rows } = await place.database.query<{ id: number }>(
    `update account set secret = 'shh' where slug = 'sms' returning id`,
  );
  await revise(place.database, unitId, shortJourney);
  return {
    database: place.database,
    unitId,
    live: await key('live'),
    trial: await key('test'),
    accountId: rows[0]!.id,
    close: async () => {
      await (globalThis as typeof globalThis & { cauceDatabase?: Database }).cauceDatabase?.end();
      await place.close();
    },
  };
}

export type Sent = { key?: string | null; headers?: Record<string, string>; body?: string; method?: string };

/** A request as a program makes it, in English. */
export function ask(path: string, { key = null, headers = {}, body, method = 'POST' }: Sent): Request {
  const authorization = key && { authorization: `Bearer ${key}` };
  return new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...authorization, ...headers },
    ...(body !== undefined && { body }),
  });
}

/** The parameters of an address, as Next hands them on. */
export const at = <P>(params: P) => ({ params: Promise.resolve(params) });

/** What a refusal says; fails when it is not told as RFC 9457 wants. */
export async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  type Told = { status: number; code: string; detail: string; errors?: { field: string; code: string; why: string }[] };
  return (await response.json()) as Told;
}

const shortJourney = {
  cauce: 1,
  slug: 'corto',
  title: 'Corto',
  nodes: [
    { id: 'go', kind: 'launch', config: { audience: { all: [] } } },
    { id: 'tell', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }] } },
    {
      id: 'desk',
      kind: 'task',
      config: { title: 'Llamar', skill: 'x', hours: 1, outcomes: [{ id: 'done', title: 'Hecho' }] },
    },
    { id: 'out', kind: 'end', config: { outcome: 'reached' } },
  ],
  edges: [
    { from: 'go', port: 'start', to: 'tell' },
    { from: 'tell', port: 'reached', to: 'desk' },
    { from: 'tell', port: 'nobody', to: 'out' },
    { from: 'desk', port: 'done', to: 'out' },
  ],
  texts: { es: { tell: { sms: { body: 'Hola' } } } },
};
