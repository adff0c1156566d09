import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { findPlace } from './find-place.ts';
import { focusWalk, type Walk } from './focus-walk.ts';
import { visits } from './pages.ts';
import { sessionOf } from './sign-in.ts';
import { folder, openBrowser, views, withPage } from './visit.ts';

const settings = inheritedEnvironment();
const address = settings['E2E_ADDRESS'] ?? 'http://localhost:3000';
/** Where the record of the walks goes (docs/accessibility); without it none is kept. */
const record = settings['E2E_WALKS'];
let browser: Browser;
const walks: { name: string; walk: Walk }[] = [];

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  if (record !== undefined) writeFileSync(path.join(folder(record), 'focus-order.md'), written());
});

// Pages as they come; a state that a mouse would bring about is walked where it is a page of its own.
for (const visit of visits.filter(({ before, after, views: only }) => !before && !after && !only))
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

function written(): string {
  const day = new Date().toISOString().slice(0, 10);
  const pages = walks.map(({ name, walk }) => {
    const headings = walk.headings.map(({ level, text }) => `h${level} ${text}`).join(' / ');
    const stops = walk.stops.map(
      ({ role, name: said, width, height }, i) => `${i + 1}. ${role}: ${said} (${width} × ${height})`,
    );
    const more = walk.whole ? '' : '\n\n(… and so on: the walk was ended after 80 stops.)';
    return `## ${name}\n\nHeadings: ${headings}\n\nLandmarks: ${walk.landmarks.join(', ')}\n\n${stops.join('\n')}${more}`;
  });
  return `# What the Tab key meets, page by page\n\nWalked on ${day} by \`e2e/keyboard.e2e.ts\` at 1366 px, in Spanish: role, name as assistive technology is told it, size in px.\n\n${pages.join('\n\n')}\n`;
}
