import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#drizzle/database.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { replayDeliveries, sendTestEvent } from '#drizzle/webhooks/replay-deliveries.ts';
import {
  changeWebhook,
  createWebhook,
  endOldWebhookSecret,
  rotateWebhookSecret,
  switchWebhook,
} from '#drizzle/webhooks/webhook-acts.ts';
import { deliveryList, webhookList } from '#drizzle/webhooks/webhook-list.ts';
import { webhookEventTypes } from '#engine/office/webhook-events.ts';
import { deliverWebhook } from './deliver-webhook.ts';

let place: TestDatabase;
let database: Database;
let unitId: string;
let receiver: Server;
let url: string;
let heard: { headers: IncomingMessage['headers']; body: string }[] = [];
/** What the receiver answers, try after try; the last goes on. */
let answers: { status: number; headers?: Record<string, string> }[] = [];

beforeAll(async () => {
  place = await testDatabase();
  database = place.database;
  unitId = (await database.query<{ id: string }>(`insert into unit (name) values ('Prueba') returning id`)).rows[0]!.id;
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      const { status, headers } = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 204 };
      response.writeHead(status, headers).end('x'.repeat(100_000));
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/in`;
});
afterAll(async () => {
  receiver.close();
  await place.close();
});
beforeEach(() => {
  heard = [];
  answers = [];
});

const who = { kind: 'system', id: 'test' } as const;
const work = { signal: new AbortController().signal, beat: () => undefined };
const wish = { name: 'Prueba', events: webhookEventTypes, hears: 'live', citizenRefs: false } as const;
const make = async (at = url, reach: 'live' | 'sandbox' = 'sandbox') => {
  const { id, secret } = await createWebhook(database, who, { ...wish, url: at, unitId, reach });
  return { id, unitId, secret };
};
const hurry = (id: string) =>
  database.query(
    `update webhook_delivery set next_at = clock_timestamp() where webhook_id = $1 and status = 'queued'`,
    [id],
  );
const deliveries = (id: string) => deliveryList(database, id, null);

/** What a receiver does to know that it was us, as Standard Webhooks describes it. */
function isGenuine(secret: string, { headers, body }: (typeof heard)[number]): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
  if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key)
    .update(`${String(id)}.${String(timestamp)}.${body}`)
    .digest('base64');
  return String(signature).split(' ').includes(`v1,${expected}`);
}

describe('a delivery', () => {
  test('is signed so that its receiver can know it; while a secret is replaced, by both', async () => {
    const { secret, ...own } = await make();
    await sendTestEvent(database, own);
    expect(await deliverWebhook(database, own.id, work)).toEqual({ delivered: 1, nextAt: null });
    expect(heard.map((one) => isGenuine(secret, one))).toEqual([true]);
    expect(JSON.parse(heard[0]!.body)).toMatchObject({ type: 'webhook.test', data: { webhook: own.id } });
    expect(heard[0]!.headers['webhook-id']).toMatch(/^evt_[0-9a-f-]{36}$/);
    const next = (await rotateWebhookSecret(database, who, own)) ?? '';
    await sendTestEvent(database, own);
    await deliverWebhook(database, own.id, work);
    expect([secret, next].map((one) => isGenuine(one, heard[1]!))).toEqual([true, true]);
    await endOldWebhookSecret(database, who, own);
    await sendTestEvent(database, own);
    await deliverWebhook(database, own.id, work);
    expect([secret, next].map((one) => isGenuine(one, heard[2]!))).toEqual([false, true]);
  });

  test('is tried again under the same id until it is taken, no sooner than the receiver asks', async () => {
    const own = await make();
    answers = [{ status: 500 }, { status: 429, headers: { 'retry-after': '3600' } }, { status: 200 }];
    await sendTestEvent(database, own);
    const first = await deliverWebhook(database, own.id, work);
    expect(first.delivered).toBe(0);
    expect(first.nextAt! - Date.now()).toBeGreaterThan(2_000);
    await hurry(own.id);
    const second = await deliverWebhook(database, own.id, work);
    expect(second.nextAt! - Date.now()).toBeGreaterThan(3_500_000);
    await hurry(own.id);
    expect(await deliverWebhook(database, own.id, work)).toEqual({ delivered: 1, nextAt: null });
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deliveries(own.id)).toMatchObject([
      { status: 'delivered', attempts: 3, answered: 200, problem: null },
    ]);
  });

  test('is given up after ten tries, and told again when somebody asks', async () => {
    const own = await make();
    answers = [{ status: 503 }];
    await sendTestEvent(database, own);
    for (let i = 0; i < 10; i++) {
      await deliverWebhook(database, own.id, work);
      await hurry(own.id);
    }
    expect(heard).toHaveLength(10);
    expect(await deliveries(own.id)).toMatchObject([
      { status: 'given-up', attempts: 10, answered: 503, problem: 'http-503' },
    ]);
    expect((await deliverWebhook(database, own.id, work)).nextAt).toBeNull();
    answers = [{ status: 200 }];
    expect(await replayDeliveries(database, who, own, 'given-up')).toBe(1);
    await deliverWebhook(database, own.id, work);
    expect(heard.at(-1)?.headers['webhook-id']).toBe(heard[0]!.headers['webhook-id']);
    expect(await deliveries(own.id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  });

  test('follows no redirect and reads no endless answer', async () => {
    const own = await make();
    answers = [{ status: 302, headers: { location: `${url}/elsewhere` } }];
    await sendTestEvent(database, own);
    await deliverWebhook(database, own.id, work);
    expect(heard).toHaveLength(1);
    expect(await deliveries(own.id)).toMatchObject([{ problem: 'redirect', answered: 302 }]);
  });

  test('reaches public addresses only, looked at when the name is resolved', async () => {
    for (const [at, problem] of [
      [url.replace('http:', 'https:'), 'forbidden-address'],
      [url, 'not-https'],
      ['https://localhost/in', 'forbidden-address'],
      ['https://[::ffff:127.0.0.1]/in', 'forbidden-address'],
      ['https://169.254.169.254/latest', 'forbidden-address'],
      ['https://a:b@ejemplo.es/', 'credentials-in-address'],
    ] as const) {
      const own = await make(at, 'live');
      await sendTestEvent(database, own);
      await deliverWebhook(database, own.id, work);
      expect((await deliveries(own.id))[0], at).toMatchObject({ problem, answered: null });
    }
    expect(heard).toEqual([]);
  });

  test('two workers at once deliver nothing twice', async () => {
    const own = await make();
    for (let i = 0; i < 30; i++) await sendTestEvent(database, own);
    await Promise.all([1, 2, 3].map(() => deliverWebhook(database, own.id, work)));
    expect(heard).toHaveLength(30);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(30);
  });
});

describe('a webhook', () => {
  test('is switched off when nothing was taken for five days, or at once by 410; what waits goes on when it is on again', async () => {
    const own = await make();
    answers = [{ status: 500 }];
    await sendTestEvent(database, own);
    await deliverWebhook(database, own.id, work);
    await database.query(`update webhook set failing_since = now() - interval '5 days 1 minute' where id = $1`, [
      own.id,
    ]);
    await hurry(own.id);
    await deliverWebhook(database, own.id, work);
    expect((await webhookList(database, [unitId], own.id))[0]).toMatchObject({
      status: 'disabled',
      disabledWhy: 'failing',
      waiting: 1,
    });
    await hurry(own.id);
    expect(await deliverWebhook(database, own.id, work)).toEqual({ delivered: 0, nextAt: null });
    answers = [{ status: 410 }];
    await switchWebhook(database, who, own, true);
    await deliverWebhook(database, own.id, work);
    expect((await webhookList(database, [unitId], own.id))[0]).toMatchObject({
      status: 'disabled',
      disabledWhy: 'gone',
    });
    const { rows } = await database.query<{ act: string; who_kind: string }>(
      `select act, who_kind from audit where about_id = $1 and act <> 'webhook.created' order by seq`,
      [own.id],
    );
    expect(rows.map(({ act }) => act)).toEqual(['webhook.disabled', 'webhook.enabled', 'webhook.disabled']);
  });

  test('belongs to its unit: another unit changes, replays and tests nothing', async () => {
    const own = await make();
    await sendTestEvent(database, own);
    const strange = { id: own.id, unitId: '019ac000-0000-7000-8000-000000000009' };
    expect([
      await changeWebhook(database, who, strange, { ...wish, url }),
      await rotateWebhookSecret(database, who, strange),
      await switchWebhook(database, who, strange, false),
      await replayDeliveries(database, who, strange, 'given-up'),
      await sendTestEvent(database, strange),
      await webhookList(database, [strange.unitId], own.id),
    ]).toEqual([false, undefined, false, 0, false, []]);
  });
});
