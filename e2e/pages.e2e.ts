import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { findPlace } from './find-place.ts';
import { outOfReach } from './focus-walk.ts';
import { type Visit, visits } from './pages.ts';
import { sessionOf } from './sign-in.ts';
import {
  folder,
  hearErrors,
  look,
  objections,
  openBrowser,
  picture,
  sideways,
  type ViewName,
  views,
  withPage,
} from './visit.ts';

const settings = inheritedEnvironment();
const address = settings['E2E_ADDRESS'] ?? 'http://localhost:3000';
/** Where pictures of every page go; without it none are taken. */
const screens = settings['E2E_SCREENS'];
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser?.close());

for (const visit of visits)
  test(
    `${visit.name} has nothing that axe objects to, no sideways scrolling in any view and no error of its own`,
    async () => {
      const wrong: string[] = [];
      const heard = (line: string) => wrong.push(`said: ${line}`);
      await open(visit, heard, async (page) => {
        for (const view of viewsOf(visit)) {
          await look(page, view);
          if (screens !== undefined)
            writeFileSync(path.join(folder(screens), `${visit.name}-${view}.png`), await picture(page));
          const found = [...(await wrongShape(page)), ...(await objections(page, view))];
          // After a click, focus that is given by script need not show.
          if (view === 'narrow' && !visit.after) found.push(...(await outOfReach(page)));
          wrong.push(...found.map((one) => `${view}: ${one}`));
        }
      });
      expect(wrong).toEqual([]);
    },
    typeof visit.at === 'string' ? 120_000 : 300_000,
  ); // a state may have to be brought about first, by several people

/** A page is looked at as people mostly see it; the wall only by whoever asks for it. */
function viewsOf({ views: only }: Visit): ViewName[] {
  return (Object.keys(views) as ViewName[]).filter((view) => only?.includes(view) ?? view !== 'wall'); // Object.keys forgets that keys are literal
}

async function wrongShape(page: Page): Promise<string[]> {
  const [headings, wider] = [await page.locator('h1').count(), await sideways(page)];
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(wider > 0 ? [`${wider} px wider than its window`] : []),
  ];
}

/** Opens a page as its visitor, in its state, once for all views; what the browser says is wrong with it is heard. */
async function open(visit: Visit, heard: (line: string) => void, work: (page: Page) => Promise<void>) {
  const storageState = await sessionOf(browser, address, visit.as);
  const place = await findPlace(browser, address, visit);
  const first = viewsOf(visit)[0] ?? 'light';
  await withPage(browser, { ...views[first], ...(storageState && { storageState }) }, async (page) => {
    hearErrors(page, heard);
    await visit.before?.(page);
    await page.goto(address + place, { waitUntil: 'load' });
    await visit.after?.(page);
    if (visit.until) await page.locator(visit.until).first().waitFor();
    await work(page);
  });
}
