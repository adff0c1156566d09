import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { openBrowser } from './visit.ts';

// Against a running demonstration (E2E_ADDRESS): what an administrator does with keys, webhooks and the record of acts.
const address = inheritedEnvironment()['E2E_ADDRESS'] ?? 'http://localhost:3000';
let browser: Browser;
let receiver: Server;
let heard: { headers: NodeJS.Dict<string | string[]>; body: string }[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
}, 60_000);
afterAll(async () => {
  receiver?.close();
  await browser?.close();
});

async function as(name: string, play: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'es-ES' });
  try {
    const page = await context.newPage();
    await page.goto(`${address}/sign-in`);
    await page
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await play(page);
  } finally {
    await context.close();
  }
}

const once_ = String(Date.now()).slice(-7);

test('a live key is asked for by one, confirmed by another, shown once, and used', async () => {
  const name = `Expedientes ${once_}`;
  await as('Carmen Solís', async (page) => {
    await page.goto(`${address}/settings/keys`);
    await page.getByRole('button', { name: 'Seguir' }).click();
    await page.getByRole('alert').getByText('Escriba para qué programa es').waitFor();
    await page.getByLabel('Para qué programa es').fill(name);
    await page.getByRole('radio', { name: 'Real' }).check();
    await page.getByRole('checkbox', { name: 'leer cómo van los envíos' }).check();
    await page.getByLabel('Para qué hace falta').fill('Consultar envíos de becas');
    await page.getByRole('button', { name: 'Seguir' }).click();
    await page.getByText('La clave espera a que otra persona la confirme.').waitFor();
  });
  await as('Julián Mora', async (page) => {
    await page.goto(`${address}/settings/keys`);
    const change = page.getByRole('listitem').filter({ hasText: name });
    await change
      .getByRole('button', { name: /Confirmar/ })
      .first()
      .click();
    await page.getByRole('heading', { name: new RegExp(name) }).waitFor();
  });
  await as('Carmen Solís', async (page) => {
    await page.goto(`${address}/settings/keys`);
    const key = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(name) }) });
    await key.getByRole('button', { name: 'Hacer su secreto' }).click();
    const secret =
      (await key
        .locator('code')
        .filter({ hasText: /^cauce_live_[\w-]{43}$/ })
        .textContent()) ?? '';
    const runs = await fetch(`${address}/api/runs/019ac000-0000-7000-8000-000000000001`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(runs.status).toBe(404);
    await page.reload();
    expect(await page.content()).not.toContain(secret);
  });
}, 120_000);

test('a webhook is made, tried, and what arrives is signed by the secret that was shown', async () => {
  heard = [];
  const at = receiver.address();
  const name = `Gestor ${once_}`;
  await as('Carmen Solís', async (page) => {
    await page.goto(`${address}/settings/webhooks`);
    await page.getByLabel('Nombre del otro sistema').fill(name);
    await page.getByLabel('Dirección').fill(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/cauce`);
    await page.getByRole('checkbox', { name: /Se abren tareas/ }).check();
    await page.getByRole('button', { name: 'Crear aviso' }).click();
    const secret =
      (await page
        .locator('code')
        .filter({ hasText: /^whsec_/ })
        .textContent()) ?? '';
    await page.getByRole('link', { name: 'Ver sus entregas' }).click();
    await page.getByRole('button', { name: 'Enviar una prueba' }).click();
    await page.waitForFunction(() => document.title !== '');
    for (let i = 0; i < 60 && heard.length === 0; i++) await page.waitForTimeout(250);
    const { headers, body } = heard[0]!;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signed = createHmac('sha256', key).update(
      `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`,
    );
    expect(headers['webhook-signature']).toBe(`v1,${signed.digest('base64')}`);
    await page.waitForTimeout(1_000);
    await page.reload();
    await page
      .getByRole('table')
      .getByText(/Entregada el/)
      .first()
      .waitFor();
  });
}, 120_000);

test('data protection reads who did it, filters by the address, and verifies that nobody touched it', async () => {
  await as('Miren Etxarri', async (page) => {
    await page.goto(`${address}/audit`);
    await page.getByLabel('Acto', { exact: true }).selectOption({ label: 'Claves' });
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.waitForURL(/act=key\./);
    await page.getByText('Creó una clave').first().waitFor();
    await page.getByRole('button', { name: 'Comprobar ahora' }).click();
    await page.getByText(/El registro está íntegro/).waitFor();
    const csv = await page.request.get(`${address}/audit/export?act=key.&format=csv`);
    expect(csv.headers()['content-disposition']).toContain('attachment');
    expect(await csv.text()).toMatch(/key\.created/);
  });
}, 120_000);
