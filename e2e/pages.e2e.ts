import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { findPlace } from './find-place.ts';
import { type Visit, visits } from './pages.ts';
import { sessionOf } from './sign-in.ts';
import { folder, objections, openBrowser, picture, sideways, views, withPage } from './visit.ts';

const settings = inheritedEnvironment();
const address = settings['E2E_ADDRESS'] ?? 'http://localhost:3000';
/** Where pictures of every page go; without it none are taken. */
const screens = settings['E2E_SCREENS'];
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser?.close());

for (const [view, options] of Object.entries(views))
  describe(`in ${view}`, () => {
    for (const visit of visits.filter((one) => one.views?.includes(view) ?? view !== 'wall'))
      test(`${visit.name} has nothing that axe objects to and no sideways scrolling`, async () => {
        await open(visit, options, async (page) => {
          if (screens !== undefined)
            writeFileSync(path.join(folder(screens), `${visit.name}-${view}.png`), await picture(page));
          expect(await page.locator('h1').count()).toBe(1);
          expect(await sideways(page)).toBeLessThanOrEqual(0);
          expect(await objections(page)).toEqual([]);
        });
      });
  });

/** Opens a page as its visitor, in its state. */
async function open(visit: Visit, options: (typeof views)[keyof typeof views], work: (page: Page) => Promise<void>) {
  const storageState = await sessionOf(browser, address, visit.as);
  const place = await findPlace(browser, address, visit);
  await withPage(browser, { ...options, ...(storageState && { storageState }) }, async (page) => {
    await visit.before?.(page);
    await page.goto(address + place, { waitUntil: 'load' });
    await visit.after?.(page);
    if (visit.until) await page.locator(visit.until).first().waitFor();
    await work(page);
  });
}
