import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '#bin/root.ts';
import { freePorts } from '#bin/start/ports.ts';
import { controlSpecimens } from '#designer/inspector/specimens/index.tsx';
import { inheritedEnvironment } from '#env';
import { specimens } from '#ui/specimens/index.ts';
import { plate, type Shot } from './plate.ts';
import { folder, objections, openBrowser, picture, sideways, withPage } from './visit.ts';

/** Where plates go; without it none are made, and the components are only judged. */
const screens = inheritedEnvironment()['E2E_SCREENS'];
const wide = { width: 640, height: 400 };
type Look = Parameters<Page['emulateMedia']>[0] & {
  mode?: 'drill' | 'live';
  viewport?: { width: number; height: number };
};
const looks: Record<string, Look> = {
  light: {},
  dark: { colorScheme: 'dark' },
  drill: { mode: 'drill' },
  'drill, dark': { mode: 'drill', colorScheme: 'dark' },
  live: { mode: 'live' },
  'live, dark': { mode: 'live', colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  'reduced motion': { reducedMotion: 'reduce' },
  '320 px': { viewport: { width: 320, height: 480 } },
};
const wall: Record<string, Look> = { wall: { viewport: { width: 1_920, height: 1_080 } } };

let browser: Browser;
let address: string;
let stop: () => void;

beforeAll(async () => {
  browser = await openBrowser();
  [address, stop] = await startPages();
}, 180_000);

afterAll(async () => {
  stop?.();
  await browser?.close();
});

/** The house's components, and the controls that people draw with: each on a page of its own, its plate in a folder of theirs. */
const rooms = { ui: specimens, controls: controlSpecimens };
const sheetsOf = Object.entries(rooms).flatMap(([room, of]) =>
  Object.entries(of).map(([name, specimen]) => ({ room, name, specimen })),
);

for (const { room, name, specimen } of sheetsOf)
  test(`${room === 'ui' ? '' : `${room}/`}${name}: nothing that axe objects to, in any light, mode or width`, async () => {
    const frame = { ...wide, width: specimen.width ?? wide.width };
    const covering = specimen.states.filter(({ alone }) => alone);
    const sheets = specimen.states.some(({ alone }) => !alone) ? [undefined, ...covering] : covering;
    const shots: Shot[] = [];
    const wrong: string[] = [];
    for (const sheet of sheets)
      await withPage(browser, { viewport: frame }, async (page) => {
        const state = sheet?.name;
        const query = state ? `?state=${encodeURIComponent(state)}` : '';
        await page.goto(`${address}/dev/${room}/${name}${query}`, { waitUntil: 'load' });
        await page.locator('main[data-ready]').waitFor({ state: 'attached' });
        // What opens over the page makes the rest of it inert a moment later.
        if (sheet?.press) await page.getByRole('button', { name: sheet.press }).click();
        if (sheet) await page.waitForTimeout(400);
        for (const [look, seen] of Object.entries(specimen.wall ? wall : looks)) {
          await take(page, { viewport: frame, ...seen });
          if ((await sideways(page)) > 0) wrong.push(`${look}: wider than the window`);
          const found = await objections(page);
          wrong.push(...found.map((one) => `${look}${state ? `, ${state}` : ''}: ${one}`));
          const width = page.viewportSize()?.width ?? frame.width;
          if (screens !== undefined)
            shots.push({ caption: state ? `${look} · ${state}` : look, width, picture: await picture(page, 6_000) });
        }
      });
    if (screens !== undefined) {
      const file = path.join(folder(path.join(screens, room)), `${name}.png`);
      writeFileSync(file, await plate(browser, `${specimen.title} · ${specimen.file}`, shots));
    }
    expect(wrong).toEqual([]);
  }, 300_000);

/** The same page in another light, mode or width: nothing is loaded anew, so what was open stays open. */
async function take(page: Page, { mode, viewport = wide, ...media }: Look) {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference', ...media });
  await page.setViewportSize(viewport);
  await page.locator('main').evaluate((main, now) => {
    if (now === undefined) main.removeAttribute('data-mode');
    else main.setAttribute('data-mode', now);
  }, mode);
}

/** These pages exist in development only and ask nothing of Postgres: Next alone serves them, unless E2E_ADDRESS has them already. */
async function startPages(): Promise<[string, () => void]> {
  const up = inheritedEnvironment()['E2E_ADDRESS'];
  if (up !== undefined) return [up, () => {}];
  const [port = 0] = await freePorts(1);
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'dev', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...inheritedEnvironment(), NODE_ENV: 'development', PORT: String(port) },
  });
  const at = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(`${at}/dev/ui/chip`).catch(() => undefined))?.ok) return [at, () => child.kill('SIGTERM')];
    await sleep(400);
  }
  child.kill('SIGTERM');
  throw new Error('The component pages did not come up');
}
