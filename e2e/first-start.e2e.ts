import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

const address = process.env['E2E_ADDRESS'] ?? '';
let browser: Browser;

beforeAll(async () => {
  // Root, as in containers, may only run Chromium without its own sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: process.env['E2E_CHROMIUM'], args });
});

afterAll(() => browser?.close());

test('is healthy and ready', async () => {
  for (const door of ['/health', '/ready']) expect((await fetch(address + door)).status).toBe(200);
});

test('tells the browser what to refuse, on pages and answers, and gives each page a nonce of its own', async () => {
  const policies = new Set<string>();
  for (const at of ['/sign-in', '/sign-in', '/nada', '/api/runs']) {
    const { headers } = await fetch(address + at, { redirect: 'manual' });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'; script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    policies.add(policy);
  }
  expect(policies.size).toBe(4);
});

test('an answer to a machine carries its own guard', async () => {
  for (const at of ['/api/events', '/api/cap', '/api/receipts/1', '/api/receipts/nada/de/nada']) {
    const { headers, status } = await fetch(address + at, { method: 'POST', body: '{}' });
    expect([at, status >= 400 && status < 500]).toEqual([at, true]);
    expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('no-store');
  }
});

for (const page of ['/', '/sandbox']) {
  test(`shows ${page} without a single error in the browser`, async () => {
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const answer = await tab.goto(address + page, { waitUntil: 'load' });
    expect(answer?.status()).toBe(200);
    expect(await tab.locator('h1').count()).toBe(1);
    expect(errors).toEqual([]);
    await tab.close();
  });
}
