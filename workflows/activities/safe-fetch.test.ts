import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardedAgent, type Resolve } from './safe-fetch.ts';

// A name that its owner points wherever they like, from one question to the next, over a server that is really there.
let inside: Server;
let port: number;
let met = 0;

beforeAll(async () => {
  inside = createServer((_, response) => {
    met += 1;
    response.end('secret');
  }).listen(0, '127.0.0.1');
  await once(inside, 'listening');
  const address = inside.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => inside.close());

const pointing =
  (...turns: string[][]): Resolve =>
  (_, __, callback) => {
    const addresses = (turns.length > 1 ? turns.shift() : turns[0]) ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

async function ask(reach: 'live' | 'sandbox', resolve: Resolve): Promise<string> {
  const dispatcher = guardedAgent(reach, resolve);
  try {
    const { body } = await request(`http://rebind.ejemplo.invalid:${port}/`, {
      dispatcher,
      signal: AbortSignal.timeout(3_000),
    });
    return await body.text();
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code ?? (error as Error).name);
  } finally {
    await dispatcher.destroy();
  }
}

test('a name that points inside is refused, however it is written', async () => {
  for (const address of [
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ])
    expect(await ask('live', pointing([address])), address).toBe('EFORBIDDEN');
  expect(met).toBe(0);
});

test('a name that points outside when it is looked at and inside when it is called is never called inside', async () => {
  // What is looked at is what is connected to: the second turn is never asked for within one connection.
  const dispatcher = guardedAgent('live', pointing(['192.0.2.1', '127.0.0.1'], ['127.0.0.1']));
  for (let i = 0; i < 2; i++)
    await expect(
      request(`http://rebind.ejemplo.invalid:${port}/`, { dispatcher, signal: AbortSignal.timeout(1_500) }),
    ).rejects.toThrow();
  await dispatcher.destroy();
  expect(met).toBe(0);
});

test('the sandbox reaches this machine, and nothing behind a name that points elsewhere', async () => {
  expect(await ask('sandbox', pointing(['127.0.0.1']))).toBe('secret');
  expect(await ask('sandbox', pointing(['93.184.216.34']))).toBe('EFORBIDDEN');
  expect(await ask('sandbox', pointing(['10.0.0.1', '169.254.169.254']))).toBe('EFORBIDDEN');
});
