import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { locales } from '#locales/locale.ts';
import { findPlace } from './find-place.ts';
import { type Visit, visits } from './pages.ts';
import { sessionOf } from './sign-in.ts';
import { folder, hearErrors, look, openBrowser, picture, sideways, withPage } from './visit.ts';

const settings = inheritedEnvironment();
const address = settings['E2E_ADDRESS'] ?? 'http://localhost:3000';
/** Where a picture of each page in each language goes; without it none is taken. */
const screens = settings['E2E_LANGUAGE_SCREENS'];
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser?.close());

// A state of a page says mostly what the page says, and is brought about in Spanish.
const pages = visits.filter(({ at, before, after }) => typeof at !== 'function' && !before && !after);

for (const language of locales.filter((one) => one !== 'es'))
  describe(`in ${language}`, () => {
    for (const visit of pages)
      test(`${visit.name} is said in it, and no word of it breaks the page`, async () => {
        const wrong = await visitIn(language, visit);
        expect(wrong).toEqual([]);
      });
  });

async function visitIn(language: string, visit: Visit): Promise<string[]> {
  const storageState = await sessionOf(browser, address, visit.as);
  const place = await findPlace(browser, address, visit);
  const wrong: string[] = [];
  await withPage(browser, storageState ? { storageState } : {}, async (page) => {
    hearErrors(page, (line) => wrong.push(line));
    await page.context().addCookies([{ name: 'locale', value: language, url: address }]);
    await page.goto(address + place, { waitUntil: 'load' });
    await page.locator('h1').first().waitFor();
    const lang = await page.locator('html').getAttribute('lang');
    if (lang !== language) wrong.push(`the page says that it is in ${lang}`);
    for (const view of ['light', 'narrow'] as const) {
      if (visit.views && !visit.views.includes(view)) continue;
      await look(page, view);
      const wider = await sideways(page);
      if (wider > 0) wrong.push(`${view}: ${wider} px wider than its window`);
      if (screens !== undefined)
        writeFileSync(path.join(folder(screens), `${visit.name}-${language}-${view}.png`), await picture(page));
    }
  });
  return wrong;
}
