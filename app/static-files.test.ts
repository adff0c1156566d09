import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressFiles } from '#bin/start/compress-files.ts';
import { staticFiles } from './static-files.ts';

const script = 'console.log("año");'.repeat(50);
const root = mkdtempSync(path.join(tmpdir(), 'static-'));
const folder = path.join(root, '.next', 'static', 'chunks');
let port: number;
let close: () => void;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'a.js'), script);
  writeFileSync(path.join(folder, 'a.woff2'), 'letters');
  writeFileSync(path.join(root, '.next', 'secret'), 'not for anybody');
  await compressFiles(path.join(root, '.next', 'static'));
  const server = createServer(staticFiles(root, (_, response) => response.end('the pages')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  close = () => server.close();
});
afterAll(() => {
  close();
  rmSync(root, { recursive: true });
});

/** As it travels: nothing is unpacked, and no address is put right. */
async function get(at: string, headers: Record<string, string> = {}, method = 'GET') {
  const asked = request({ port, path: at, headers, method, agent: false }).end();
  const [answer] = await once(asked, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

test('a script travels as small as its reader can read, under the type it has', async () => {
  const read = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const) {
    const { status, headers, body } = await get('/_next/static/chunks/a.js', { 'accept-encoding': accepted });
    expect([status, headers['content-encoding']]).toEqual([200, encoding]);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(read[encoding](body).toString()).toBe(script);
    expect(body.length).toBeLessThan(script.length / 2);
  }
  for (const accepted of ['', 'br;q=0', 'zebra']) {
    const { headers, body } = await get('/_next/static/chunks/a.js', { 'accept-encoding': accepted });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, script]);
  }
});

test('it is kept for a year, by this house only, and differs by what is accepted', async () => {
  const { headers } = await get('/_next/static/chunks/a.woff2', { 'accept-encoding': 'br' });
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'font/woff2',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'accept-encoding',
  });
  expect(headers['content-encoding']).toBeUndefined();
  const again = await get('/_next/static/chunks/a.woff2', { 'if-none-match': String(headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test('what is not there, gone, elsewhere or not asked for by reading is for the pages, with none of these headers', async () => {
  for (const [at, method] of [
    ['/_next/static/chunks/b.js'],
    ['/_next/static/chunks'],
    ['/_next/static/chunks/'],
    ['/_next/static/../secret'],
    ['/_next/static/%2e%2e/secret'],
    ['/_next/static/%00'],
    ['/_next/static/%E0%A4%A'],
    ['/_next/staticky'],
    ['/'],
    ['/_next/static/chunks/a.js', 'POST'],
  ] as const) {
    const { headers, body } = await get(at, { 'accept-encoding': 'br' }, method);
    expect([at, body.toString()]).toEqual([at, 'the pages']);
    expect([headers['content-encoding'], headers['cache-control'], headers.vary]).toEqual(Array(3).fill(undefined));
  }
});

test('a file that was taken away beneath it is for the pages', async () => {
  rmSync(path.join(folder, 'a.js.br'));
  const { body, headers } = await get('/_next/static/chunks/a.js', { 'accept-encoding': 'br' });
  expect([body.toString(), headers['content-encoding']]).toEqual(['the pages', undefined]);
});
