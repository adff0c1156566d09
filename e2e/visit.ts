import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inheritedEnvironment } from '#env';

/** The ways every page is looked at. */
export const views = {
  light: { colorScheme: 'light', viewport: { width: 1366, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1366, height: 900 } },
  narrow: { colorScheme: 'light', viewport: { width: 320, height: 720 } },
  wall: { viewport: { width: 1_920, height: 1_080 } },
  contrast: { forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 1366, height: 900 } },
} satisfies Record<string, BrowserContextOptions>;

export type ViewName = keyof typeof views;

/** Changes the light and the window of a page that is open, so that its state stays. */
export async function look(page: Page, view: ViewName): Promise<void> {
  const { viewport, colorScheme, forcedColors, reducedMotion }: BrowserContextOptions = views[view];
  await page.emulateMedia({
    colorScheme: colorScheme ?? 'light',
    forcedColors: forcedColors ?? 'none',
    reducedMotion: reducedMotion ?? 'no-preference',
  });
  if (viewport) await page.setViewportSize(viewport);
  await page.waitForTimeout(150); // changes of state take 120 ms
}

/** A Chromium without a window, found in E2E_CHROMIUM or at Debian's place. */
export function openBrowser(): Promise<Browser> {
  const executablePath = inheritedEnvironment()['E2E_CHROMIUM'] ?? '/usr/bin/chromium';
  // Root, as in containers, may only run Chromium without its own sandbox.
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args });
}

/** Does some work in a page of its own, in Spanish unless told otherwise; the page is gone afterwards. */
export async function withPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ locale: 'es-ES', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  try {
    return await work(page);
  } finally {
    await context.close();
  }
}

/**
 * What axe objects to, of whatever impact, each with the first element it means. Between lights only colours change, so the
 * dark is asked for those alone; in forced colours they are the system's.
 */
export async function objections(page: Page, view: ViewName = 'light'): Promise<string[]> {
  if (view === 'contrast') return [];
  const axe = new AxeBuilder({ page }).exclude(scriptless);
  const { violations } = await (view === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  return [...violations.map(worded), ...(view === 'light' ? await ofMails(page) : [])];
}

/** What axe asks of a page, and cannot of a part of one. */
const ofWholePages = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** A mail is shown without scripts, and axe is one: it would wait for ever for its answer from there. */
const scriptless = 'iframe[sandbox]';

/** The mails that a page shows, each looked at on a page of its own, as a part of one: it needs no headings or landmarks of a whole. */
async function ofMails(page: Page): Promise<string[]> {
  const mails = await page.locator(scriptless).evaluateAll((all) => all.map((one) => one.getAttribute('srcdoc') ?? ''));
  const found: string[] = [];
  for (const mail of mails) {
    const alone = await page.context().newPage();
    await alone.setContent(mail);
    const axe = new AxeBuilder({ page: alone }).disableRules(ofWholePages);
    found.push(...(await axe.analyze()).violations.map((one) => `in a mail: ${worded(one)}`));
    await alone.close();
  }
  return found;
}

/** Tells what the browser says is wrong with a page from now on. */
export function hearErrors(page: Page, heard: (line: string) => void): void {
  page.on('pageerror', ({ message }) => heard(message));
  // What was refused or cut off on purpose is a resource that failed to load.
  page.on('console', (said) => {
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) heard(said.text());
  });
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];
const worded = ({ id, nodes }: Violation): string => `${id}: ${nodes[0]?.html}`;

/** How many px the page is wider than its window; none may be. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** A picture of the whole page. The window is made tall rather than the picture stitched, so that what is fixed to it stays at its edge. */
export async function picture(page: Page, tallest = 3_000): Promise<Buffer> {
  const size = page.viewportSize() ?? views.light.viewport;
  const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  await page.waitForTimeout(300);
  const taken = await page.screenshot();
  await page.setViewportSize(size);
  return taken;
}

/** The folder for pictures, made if it is not there. */
export function folder(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}
