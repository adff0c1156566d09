import type { Browser, Page } from 'playwright-core';
import { seedOfficials } from '#drizzle/demonstration/officials.ts';
import { DEMONSTRATION_UNIT } from '#drizzle/demonstration/seed.ts';
import { createJourney } from '#drizzle/drafts/create-journey.ts';
import { parse } from '#engine/journey.ts';
import { openBrowser } from '../../e2e/visit.ts';
import type { Errand } from '../carry-out.ts';
import { median, percentile } from '../figures.ts';
import type { World } from '../world.ts';
import { bigJourney } from './big-journey.ts';

/**
 * The canvas with 500 steps in a Chromium without a window: how long until it is drawn, and how long frames take while a
 * card is dragged and the view is panned, with all of it in sight and at its real size. Then 5,000 steps, which must not
 * take the page down.
 */
export const canvas: Errand = {
  parts: ['web'],
  minutes: () => 20,
  work: async (world, wish) => {
    const size = wish.number('size', 500);
    const [draft, huge] = [await keep(world, size), await keepHuge(world)];
    const browser = await openBrowser();
    try {
      const page = await enter(browser, world);
      const runs: Figures[] = [];
      for (let run = 0; run < wish.number('runs', 5); run++) {
        const figures = await measure(page, `${world.webUrl}${draft}`);
        world.say(JSON.stringify(figures));
        runs.push(figures);
      }
      const survived = await opens(page, `${world.webUrl}${huge}`);
      const middle = (name: keyof Figures) => median(runs.map((one) => one[name]));
      return {
        runs,
        goals: [
          { name: `${size} steps drawn`, value: middle('openMs'), at: 'most', bound: 2_000, unit: 'ms' },
          ...frames.map((name) => ({
            name: `95th percentile of frames, ${name}`,
            value: middle(name),
            at: 'most' as const,
            bound: 20,
            unit: 'ms',
          })),
          { name: '5,000 steps answered in words', value: survived ? 1 : 0, at: 'least', bound: 1 },
        ],
      };
    } finally {
      await browser.close();
    }
  },
};

const frames = ['dragFitMs', 'panFitMs', 'dragFullMs', 'panFullMs'] as const;
type Figures = Record<'openMs' | (typeof frames)[number], number>;

async function keep(world: World, size: number): Promise<string> {
  await world.database.query(`insert into unit (id, name) values ($1, 'Banco de pruebas') on conflict do nothing`, [
    DEMONSTRATION_UNIT,
  ]);
  await seedOfficials(world.database, DEMONSTRATION_UNIT);
  const read = parse(bigJourney(size));
  if (!read.ok) throw new Error(`The big journey cannot be read: ${JSON.stringify(read.problems[0])}`);
  const { slug } = await createJourney(world.database, {
    unitId: DEMONSTRATION_UNIT,
    journey: read.journey,
    officialId: null,
    by: 'bench',
    said: { code: 'begun', params: {} },
  });
  return `/journeys/${slug}/draft`;
}

/** Put there past the limit of a journey, as somebody could who writes to the database. */
async function keepHuge(world: World): Promise<string> {
  await world.database.query(`insert into journey (unit_id, slug, title, draft) values ($1, 'enorme', 'Enorme', $2)`, [
    DEMONSTRATION_UNIT,
    bigJourney(5_000),
  ]);
  return '/journeys/enorme/draft';
}

async function enter(browser: Browser, world: World): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1_920, height: 1_080 } });
  // What our own build adds to functions that have a name; the page has not got it.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${world.webUrl}/sign-in`);
  await page.getByRole('button', { name: 'Entrar como Mateo Ferrer' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

async function measure(page: Page, address: string): Promise<Figures> {
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.react-flow__node').first().waitFor();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const openMs = performance.now() - began;
  await zoom(page, '1');
  const [dragFitMs, panFitMs] = [await drag(page), await pan(page)];
  await zoom(page, '0');
  return { openMs, dragFitMs, panFitMs, dragFullMs: await drag(page), panFullMs: await pan(page) };
}

/** Presses the key for the whole of the drawing or for its real size; the keys are heard on a card. */
async function zoom(page: Page, key: '0' | '1'): Promise<void> {
  const scale = () =>
    page.locator('.react-flow__viewport').evaluate((viewport) => new DOMMatrix(getComputedStyle(viewport).transform).a);
  const before = await scale();
  await page.locator('.react-flow__node[tabindex="0"]').first().focus();
  await page.keyboard.press(key);
  await settled(page);
  if ((await scale()) === before) throw new Error(`The key ${key} changed nothing of the view.`);
}

/** Until the view has stood still for some frames. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const seen = window as unknown as { still?: { at: string; frames: number } };
    const at = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
    seen.still = seen.still?.at === at ? { at, frames: seen.still.frames + 1 } : { at, frames: 0 };
    return seen.still.frames > 20;
  });
}

/** Drags the card that is nearest to the middle of the drawing, round and back. */
async function drag(page: Page): Promise<number> {
  const box = await page.getByRole('application').boundingBox();
  const boxes = await page.locator('.react-flow__node').evaluateAll((nodes) =>
    nodes.map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x: x + width / 2, y: y + Math.min(8, height / 2) };
    }),
  );
  const [cx, cy] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  const [nearest] = boxes.sort((a, b) => Math.hypot(a.x - cx, a.y - cy) - Math.hypot(b.x - cx, b.y - cy));
  return whileMoving(page, nearest ?? { x: cx, y: cy });
}

/** Drags the ground with the middle button of the mouse, wherever it is. */
async function pan(page: Page): Promise<number> {
  const box = await page.getByRole('application').boundingBox();
  return whileMoving(page, { x: (box?.x ?? 0) + 130, y: (box?.y ?? 0) + (box?.height ?? 0) - 80 });
}

/** The 95th percentile (ms) of the time between frames while the mouse goes round with its button down. */
async function whileMoving(page: Page, from: { x: number; y: number }): Promise<number> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10, { steps: 3 });
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const note = (at: number) => {
      if ((window as unknown as { times: number[] | null }).times !== times) return;
      times.push(at);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let i = 0; i <= 90; i++) {
    const turn = (i / 90) * 2 * Math.PI;
    await page.mouse.move(from.x + 60 - 50 * Math.cos(turn), from.y + 10 + 80 * Math.sin(turn));
  }
  const times = await page.evaluate(() => {
    const noted = (window as unknown as { times: number[] }).times;
    Object.assign(window, { times: null });
    return noted;
  });
  await page.mouse.up();
  return percentile(
    times.slice(1).map((at, i) => at - (times[i] ?? at)),
    0.95,
  );
}

/** Whether the page still answers, in words, to a draft that is far too large. */
async function opens(page: Page, address: string): Promise<boolean> {
  await page.goto(address);
  const told = await page.getByRole('main').innerText();
  return /5\.000/.test(told);
}
