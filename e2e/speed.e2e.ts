import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { findPlace } from './find-place.ts';
import { visits } from './pages.ts';
import { sessionOf } from './sign-in.ts';
import { openBrowser, withPage } from './visit.ts';

const address = inheritedEnvironment()['E2E_ADDRESS'] ?? 'http://localhost:3000';
const mostScript = 200 * 1024;
const mostMs = 1_000;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser?.close());

// A state of a page weighs what the page weighs.
const pages = visits.filter(({ before, after, views }) => !before && !after && !views);

describe('each page is light and soon alive, on this machine', () => {
  for (const visit of pages)
    test(`${visit.name}`, async () => {
      const storageState = await sessionOf(browser, address, visit.as);
      const place = await findPlace(browser, address, visit);
      const alive: number[] = [];
      let bytes = 0;
      for (let visited = 0; visited < 3; visited++)
        await withPage(browser, storageState ? { storageState } : {}, async (page) => {
          const sizes: Promise<number>[] = [];
          page.on('requestfinished', (request) => {
            if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize));
          });
          await page.goto(address + place, { waitUntil: 'load' }); // live pages never fall silent
          alive.push(await page.evaluate(aliveAt));
          await page.waitForTimeout(1_000);
          bytes = Math.max(
            bytes,
            (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
          );
        });
      const median = alive.toSorted((a, b) => a - b)[1] ?? Number.POSITIVE_INFINITY;
      process.stdout.write(
        `${visit.name}: ${Math.round(bytes / 1024)} kB of script, alive after ${Math.round(median)} ms\n`,
      );
      if (!visit.canvas) expect(bytes).toBeLessThanOrEqual(mostScript);
      expect(median).toBeLessThanOrEqual(mostMs);
    });
});

/**
 * When the page could be used: React has taken over what it hydrates and the main thread has been idle since. Milliseconds
 * from the beginning of the navigation.
 */
async function aliveAt(): Promise<number> {
  const hydrated = () =>
    [...document.querySelectorAll('main *')].some((element) =>
      Object.keys(element).some((key) => key.startsWith('__react')),
    );
  while (!hydrated()) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => requestIdleCallback(resolve));
  return performance.now();
}
