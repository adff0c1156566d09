import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readText } from './api/read-body.ts';
import { serverWithDoors } from './machine-doors.ts';

const server = serverWithDoors(
  [
    {
      path: /^\/api\/letters\/(?<box>[^/]+)$/,
      maxBytes: 1_000,
      post: async (request, { box }) => {
        const read = await readText(request, 1_000);
        if (!read.ok) return read.answer;
        if (read.value === 'break') throw new Error('broken');
        return Response.json(
          { box, read: read.value, kind: request.headers.get('content-type') },
          { status: 202, headers: { 'x-own': 'yes' } },
        );
      },
    },
  ],
  (_, response) => response.end('the pages'),
);
let address: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const post = (path: string, body?: BodyInit) =>
  fetch(address + path, {
    method: 'POST',
    ...(body !== undefined && { body }),
    headers: { 'content-type': 'text/x' },
  });

test('a door answers with the status, headers and body of its function, which read all of what came', async () => {
  const answer = await post('/api/letters/a%20b?c=d', 'año'.repeat(200));
  expect([answer.status, answer.headers.get('x-own')]).toEqual([202, 'yes']);
  expect(await answer.json()).toEqual({ box: 'a%20b', read: 'año'.repeat(200), kind: 'text/x' });
});

test('everything else is for the pages: another method, another path, one deeper', async () => {
  for (const answer of [
    await fetch(`${address}/api/letters/a`),
    await post('/api/letters/'),
    await post('/api/letters/a/b', 'x'),
  ])
    expect(await answer.text()).toBe('the pages');
});

test('a body that is too long is refused before it has ended, whether it says its length or not; nothing is read after it', async () => {
  const begun = 'POST /api/letters/a HTTP/1.1\r\nhost: a\r\n';
  const chunk = `2bc\r\n${'x'.repeat(700)}\r\n`;
  for (const sent of [
    `${begun}content-length: 50000\r\n\r\n${'x'.repeat(1_500)}`,
    `${begun}transfer-encoding: chunked\r\n\r\n${chunk}${chunk}`,
  ]) {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(sent);
    const [said] = await once(socket, 'data');
    expect(String(said)).toMatch(/^HTTP\/1.1 413 [^]*connection: close/i);
    await once(socket, 'close');
  }
  expect((await post('/api/letters/a', 'still there')).status).toBe(202);
});

test('no body at all is an empty one', async () => {
  expect(await (await post('/api/letters/a')).json()).toMatchObject({ read: '' });
});

test('a function that breaks gives a 500, and a host that is none a 400; the server goes on', async () => {
  expect((await post('/api/letters/a', 'break')).status).toBe(500);
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST /api/letters/a HTTP/1.1\r\nhost: a b\r\ncontent-length: 0\r\n\r\n');
  const [said] = await once(socket, 'data');
  expect(String(said)).toMatch(/^HTTP\/1.1 400 /);
  socket.destroy();
  expect((await post('/api/letters/a', 'still there')).status).toBe(202);
});

test('whoever goes away in the middle of a body harms nobody', async () => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('POST /api/letters/a HTTP/1.1\r\nhost: a\r\ncontent-length: 50\r\n\r\nhalf');
  await new Promise((done) => setTimeout(done, 50));
  socket.destroy();
  expect((await post('/api/letters/a', 'still there')).status).toBe(202);
});
