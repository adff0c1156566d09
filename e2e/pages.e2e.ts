import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const address = process.env['E2E_ADDRESS'] ?? '';
/** Where pictures of every page go; without it none are taken. */
const screens = process.env['E2E_SCREENS'];
let browser: Browser;
let paths: Record<string, string>;

const views: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light', viewport: { width: 1366, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1366, height: 900 } },
  narrow: { colorScheme: 'light', viewport: { width: 320, height: 720 } },
  contrast: { forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 1366, height: 900 } },
};
const names = [
  'home',
  'runs',
  'run',
  'run-table',
  'drill',
  'member',
  'attention',
  'desk',
  'sandbox',
  'journeys',
  'journey',
  'not-found',
];

beforeAll(async () => {
  // Root, as in containers, may only run Chromium without its own sandbox.
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  browser = await chromium.launch({ executablePath: process.env['E2E_CHROMIUM'], args });
  paths = await findPaths();
}, 180_000);

afterAll(() => browser?.close());

for (const [view, options] of Object.entries(views))
  describe(`in ${view}`, () => {
    for (const name of names)
      test(`${name} has nothing that axe objects to and no sideways scrolling`, async () => {
        await withPage(options, async (page) => {
          await page.goto(address + paths[name], { waitUntil: 'load' });
          if (['run', 'drill', 'journey'].includes(name)) await page.locator('article').first().waitFor();
          expect(await page.locator('h1').count()).toBe(1);
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
          await picture(page, `${name}-${view}`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        });
      });
  });

test('a drill cannot be mistaken: word in strip and title, its own icon, the frame', async () => {
  await withPage({}, async (page) => {
    await page.goto(address + paths['drill']);
    await page.getByRole('complementary', { name: 'SIMULACRO' }).waitFor();
    expect(await page.title()).toMatch(/^SIMULACRO · /);
    expect(await page.locator('link[rel="icon"]').getAttribute('href')).toBe('/icon-drill.svg');
    const frame = await page
      .locator('[data-mode="drill"]')
      .evaluate((shell) => getComputedStyle(shell, '::after').borderTopWidth);
    expect(frame).toBe('6px');
  });
});

test('the drawing and the table show the same steps, and the address remembers which', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${address}${paths['run']}?view=canvas`);
    await page.locator('article').first().waitFor();
    const drawn = await page.locator('article > header').allTextContents();
    await page.getByRole('link', { name: 'Tabla' }).click();
    await page.waitForURL(/view=table/);
    const steps = page.getByRole('table', { name: 'Dónde está la gente' }).locator('tbody tr td:nth-child(2)');
    await steps.first().waitFor();
    expect((await steps.allTextContents()).toSorted()).toEqual(drawn.toSorted());
  });
});

test('news each second moves the counts and never redraws the lines', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${address}${paths['run']}?view=canvas`);
    const line = page.locator('.react-flow__edge-path').first();
    await line.waitFor({ state: 'attached' });
    const first = await line.elementHandle();
    await page.waitForTimeout(3_500);
    expect(await first?.evaluate((path) => path.isConnected)).toBe(true);
  });
});

test('the keyboard reaches the content first, and Escape leaves the brake as it was', async () => {
  await withPage({}, async (page) => {
    await page.goto(address + paths['run']);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ir al contenido');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const stop = page.getByRole('button', { name: 'Detener' });
    if ((await stop.count()) === 0) return; // the run is over: there is nothing to brake
    await stop.click();
    await page.getByRole('dialog').waitFor();
    await picture(page, 'brake-light');
    await page.getByRole('dialog').getByRole('button', { name: 'Detener' }).click();
    await page.getByText('Escriba el motivo').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

test('words follow the official: English by the browser, Galician by choice', async () => {
  await withPage({ locale: 'en-GB' }, async (page) => {
    await page.goto(`${address}/runs`);
    expect(await page.locator('h1').textContent()).toBe('Running');
    await page.locator('summary').first().click();
    await page.getByLabel('Language').selectOption('gl');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('html[lang="gl"]').waitFor();
  });
});

test('pages without the drawing stay under 200 kB of script', async () => {
  for (const name of names.filter((one) => !['run', 'drill', 'journey'].includes(one)))
    await withPage({}, async (page) => {
      let bytes = 0;
      page.on('requestfinished', async (request) => {
        if (request.resourceType() === 'script') bytes += (await request.sizes()).responseBodySize;
      });
      await page.goto(address + paths[name], { waitUntil: 'load' }); // live pages never fall silent
      await page.waitForTimeout(1_500);
      expect(bytes, name).toBeLessThanOrEqual(200 * 1024);
    });
}, 180_000);

async function withPage(options: BrowserContextOptions, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ locale: 'es-ES', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  try {
    await work(page);
  } finally {
    await context.close();
  }
}

async function picture(page: Page, name: string) {
  if (screens === undefined) return;
  mkdirSync(screens, { recursive: true });
  // A tall window rather than a stitched page, so that what is fixed to the window stays at its edge.
  const size = page.viewportSize();
  if (!size) return;
  const height = Math.min(3_000, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${screens}/${name}.png` });
  await page.setViewportSize(size);
}

/** The first start plays a drill by itself: within two minutes there is a run, and in it a task or somebody to look at. */
async function findPaths(): Promise<Record<string, string>> {
  const fixed = {
    home: '/',
    runs: '/runs',
    attention: '/attention',
    desk: '/desk',
    sandbox: '/sandbox',
    journeys: '/journeys',
    'not-found': '/nada',
  };
  const context = await browser.newContext({ locale: 'es-ES' });
  const page = await context.newPage();
  const first = async (path: string, link: string) => {
    for (let tries = 0; tries < 60; tries++) {
      await page.goto(address + path, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
      const href = await page
        .locator(link)
        .first()
        .getAttribute('href', { timeout: 2_000 })
        .catch(() => null);
      if (href !== null) return href;
    }
    throw new Error(`No ${link} appeared on ${path}`);
  };
  const run = await first('/runs', 'main li a[href^="/runs/"]');
  const drill = await first('/runs', ':is(h2, h3):has-text("SIMULACRO") a[href^="/runs/"]');
  const journey = await first('/journeys', 'a[href^="/journeys/"]:not([aria-current])');
  const member = await first('/desk', 'a[href^="/members/"]');
  await context.close();
  return { ...fixed, run, drill, 'run-table': `${run}?view=table`, journey, member };
}
