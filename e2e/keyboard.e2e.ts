import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { findPlace } from './find-place.ts';
import { focusWalk } from './focus-walk.ts';
import { visits } from './pages.ts';
import { sessionOf } from './sign-in.ts';
import { folder, openBrowser, views, withPage } from './visit.ts';
import { recorded, type Walked } from './walk-record.ts';

const settings = inheritedEnvironment();
const address = settings['E2E_ADDRESS'] ?? 'http://localhost:3000';
/** Where the record of the walks goes (docs/accessibility); without it none is kept. */
const record = settings['E2E_WALKS'];
let browser: Browser;
const walks: Walked[] = [];

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  if (record === undefined) return;
  const file = path.join(folder(record), 'focus-order.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, recorded(before, walks, names, new Date().toISOString().slice(0, 10)));
});

// Pages as they come; a state that a mouse would bring about is walked where it is a page of its own.
const pages = visits.filter(({ before, after, views: only }) => !before && !after && !only);
const names = pages.map(({ name }) => name);

for (const visit of pages)
  for (const width of [1_366, 320])
    test(`${visit.name} at ${width} px: every stop has a name, shows the focus, is large enough and in sight`, async () => {
      const storageState = await sessionOf(browser, address, visit.as);
      const place = await findPlace(browser, address, visit);
      const options = width === 320 ? views.narrow : views.light;
      await withPage(browser, { ...options, ...(storageState && { storageState }) }, async (page) => {
        await page.goto(address + place, { waitUntil: 'load' });
        if (visit.until) await page.locator(visit.until).first().waitFor();
        const walk = await focusWalk(page);
        if (width === 1_366) walks.push({ name: visit.name, walk });
        const wrong = walk.stops.flatMap(({ role, name, wrong: what }) =>
          what.map((one) => `${role} «${name}» ${one}`),
        );
        expect([...walk.wrong, ...wrong]).toEqual([]);
      });
    }, 120_000);
