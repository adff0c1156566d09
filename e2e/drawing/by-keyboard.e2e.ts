import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { signInAs } from '../designer/sign-in-as.ts';
import { openBrowser } from '../visit.ts';
import { announced } from './announced.ts';
import { emptyJourney } from './empty-journey.ts';

const address = inheritedEnvironment()['E2E_ADDRESS'] ?? 'http://localhost:3000';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const begin = async (view: 'canvas' | 'outline') => {
  const page = await signInAs(browser, { address, name: 'Mateo Ferrer', path: '/journeys/new' });
  const draft = await emptyJourney(page, address);
  if (view === 'outline') await page.goto(`${address}${draft}?view=outline`);
  await page.getByText('Guardado', { exact: true }).waitFor();
  return page;
};

/** Presses Tab until what has the focus fits. */
async function tabTo(page: Page, selector: string) {
  for (let n = 0; n < 80; n++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${selector}`);
}

/** Answers a question of the desk by typing and taking the first that fits. */
async function answer(page: Page, question: string, typed: string) {
  await page.getByRole('dialog', { name: question }).waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const said = (page: Page, sentence: string) => page.getByText(sentence).first().waitFor();

/** What stands where the focus is, as it is told to who does not see it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

test('beca comedor is drawn on the canvas with the keyboard only, and every change is announced', async () => {
  const page = await begin('canvas');
  const heard = await announced(page);
  await tabTo(page, '[aria-label="Buscar un paso"]');
  await page.keyboard.type('lanzamiento');
  await page.keyboard.press('Enter');
  await said(page, 'Ha añadido «Lanzamiento»');
  await page.keyboard.press('Escape');
  await tabTo(page, '.react-flow__node');
  await page.keyboard.press('i');
  await answer(page, '¿Qué viene después?', 'aviso');
  await said(page, 'Ha añadido «Aviso» detrás de «Lanzamiento»');
  await tabTo(page, '.react-flow__node');
  const names = [await focused(page)];
  await page.keyboard.press('ArrowDown');
  names.push(await focused(page));
  await page.keyboard.press('i');
  await answer(page, '¿Detrás de qué salida?', 'llegó');
  await answer(page, '¿Qué viene después?', 'final');
  await said(page, 'Ha añadido «Final» detrás de «Aviso»');
  await tabTo(page, '.react-flow__node');
  await page.keyboard.press('F2');
  await page.getByLabel('Título del paso').fill('Se ha enterado');
  await page.keyboard.press('Enter');
  await said(page, 'Ha llamado «Se ha enterado»');
  await page.keyboard.press('Control+z');
  await said(page, 'Deshecho');
  names.push(await focused(page));
  expect(names).toMatchSnapshot();
  expect(await heard()).toMatchSnapshot();
  await page.getByText('Guardado', { exact: true }).waitFor();
  await page.context().close();
});

test('the same journey is drawn in the outline only', async () => {
  const page = await begin('outline');
  const heard = await announced(page);
  const grid = page.getByRole('treegrid', { name: 'Esquema del recorrido' });
  await grid.waitFor();
  await tabTo(page, '[data-row]');
  await page.keyboard.press('n');
  await answer(page, '¿Qué paso quiere añadir?', 'lanzamiento');
  await said(page, 'Ha añadido «Lanzamiento»');
  await page
    .getByRole('row', { name: /Lanzamiento/ })
    .first()
    .focus();
  await page.keyboard.press('i');
  await answer(page, '¿Qué viene después?', 'aviso');
  await said(page, 'Ha añadido «Aviso» detrás de «Lanzamiento»');
  await page
    .getByRole('row', { name: /^Aviso/ })
    .first()
    .focus();
  await page.keyboard.press('i');
  await answer(page, '¿Detrás de qué salida?', 'llegó');
  await answer(page, '¿Qué viene después?', 'final');
  await said(page, 'Ha añadido «Final» detrás de «Aviso»');
  expect(
    await grid.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label'))),
  ).toMatchSnapshot();
  expect(await heard()).toMatchSnapshot();
  await page.getByText('Guardado', { exact: true }).waitFor();
  await page.context().close();
});
