import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { signInAs } from '../designer/sign-in-as.ts';
import { openBrowser } from '../visit.ts';
import { announced } from './announced.ts';
import { emptyJourney } from './empty-journey.ts';

const address = inheritedEnvironment()['E2E_ADDRESS'] ?? 'http://localhost:3000';
// A machine that does other things too is slow, and a story is long.
const patient = { timeout: 300_000 };
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** How one moves among the steps: along the canvas, or down the outline. */
type Hand = {
  page: Page;
  first: () => Promise<void>;
  toStep: (name: string) => Promise<void>;
  /** To the journey itself: no step in hand. */
  toJourney: () => Promise<void>;
};

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const isFocused = (place: Locator) => place.evaluate((element) => element === document.activeElement);

/** Presses Tab, or Shift+Tab, until this has the focus. */
async function tabTo(page: Page, place: Locator, key = 'Tab') {
  await place.waitFor();
  for (let n = 0; n < 150; n++) {
    if (await isFocused(place)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not come to ${place}`);
}

/** Answers a question of the desk by typing and taking the first that fits. */
async function answer(page: Page, question: string, typed: string) {
  await page.getByRole('dialog', { name: question }).waitFor();
  await page.keyboard.type(typed);
  await press(page, 'ArrowDown', 'Enter');
  await page.getByRole('dialog', { name: question }).waitFor({ state: 'detached' });
  await focusGivenBack(page);
}

/** Waits until a dialog has given the focus back, to something: a key pressed before that goes nowhere. */
const focusGivenBack = (page: Page) => page.waitForFunction(() => document.activeElement !== document.body);

/** Waits until the focus stands on the step of this name, a card or a row. */
const atStep = (page: Page, name: string) =>
  page.waitForFunction((wanted) => {
    const here = document.activeElement;
    const told = here?.getAttribute('aria-label') ?? here?.textContent ?? '';
    return told.replace(/^\d+/, '').startsWith(wanted);
  }, name);

const said = (page: Page, sentence: string) => page.getByText(sentence).first().waitFor();
const panelOf = (page: Page) => page.getByRole('complementary');
/** From the panel to the step in hand. */
const back = (page: Page) => page.keyboard.press('Escape');

/** Adds a step behind the one in hand, behind this way out where several stand open, and calls it so. */
async function next(page: Page, kind: string, { behind, named }: { behind?: string; named: string }) {
  await page.keyboard.press('i');
  if (behind) await answer(page, '¿Detrás de qué salida?', behind);
  await answer(page, '¿Qué viene después?', kind);
  await atStep(page, kind);
  await page.keyboard.press('F2');
  const name = page.getByRole('dialog').getByLabel('Título del paso');
  await name.waitFor();
  await press(page, 'Control+a');
  await page.keyboard.type(named);
  await page.keyboard.press('Enter');
  await name.waitFor({ state: 'detached' });
  await focusGivenBack(page);
}

/** Opens the form of the step in hand and writes into its fields, by their names. */
async function fill(page: Page, fields: Record<string, string>) {
  await page.keyboard.press('Enter');
  for (const [label, value] of Object.entries(fields)) {
    await tabTo(page, panelOf(page).getByLabel(label).first());
    await press(page, 'Control+a');
    await page.keyboard.type(value);
  }
  await back(page);
}

async function lead(page: Page, to: string, behind?: string) {
  await page.keyboard.press('c');
  if (behind) await answer(page, '¿Desde qué salida?', behind);
  await answer(page, '¿Adónde lleva?', to);
}

/** Writes the text of the step in hand on each of these channels, going among them by their tabs. */
async function write(page: Page, channels: string[]) {
  const panel = panelOf(page);
  const tabs = panel.getByRole('tablist', { name: 'Canales' });
  for (const channel of channels) {
    const tab = tabs.getByRole('tab', { name: new RegExp(`^${channel}`) });
    await page.keyboard.press('t');
    await tabTo(page, tabs.getByRole('tab', { selected: true }), 'Shift+Tab');
    for (let n = 0; n < channels.length && !(await isFocused(tab)); n++) await page.keyboard.press('ArrowRight');
    if (channel !== 'SMS') {
      await tabTo(page, panel.getByRole('textbox', { name: 'Asunto' }));
      await page.keyboard.type('La beca de comedor');
      const add = panel.getByRole('group', { name: 'Contenido' }).getByRole('button', { name: 'Párrafo', exact: true });
      await tabTo(page, add);
      await page.keyboard.press('Enter');
    }
    const body = panel.getByRole('textbox', { name: channel === 'SMS' ? 'SMS: el texto' : 'Párrafo' });
    await tabTo(page, body, channel === 'SMS' ? 'Tab' : 'Shift+Tab');
    await page.keyboard.type('La beca de comedor ya se puede pedir en la sede.');
    await back(page);
  }
}

/** Draws beca comedor as it is drawn with the mouse: notice, wait, reminder, wait, and three ways to end. */
async function drawBeca({ page, first, toStep, toJourney }: Hand) {
  const panel = panelOf(page);
  await first();
  // Whoever files leaves at once: nobody who has filed is reminded.
  await toJourney();
  await page.keyboard.press('x');
  await answer(page, '¿Qué quiere editar?', 'meta');
  await tabTo(page, panel.getByRole('button', { name: 'Añadir una meta' }));
  await page.keyboard.press('Enter');
  await tabTo(page, panel.getByRole('textbox', { name: 'Nombre de la regla 1' }));
  await page.keyboard.type('Ya ha presentado la solicitud');
  await tabTo(page, panel.getByRole('combobox', { name: 'Nombre del suceso' }));
  await page.keyboard.type('beca.presentada');
  await back(page);

  await toStep('Lanzamiento');
  await page.keyboard.press('Enter');
  await tabTo(page, panel.getByRole('button', { name: 'Limitar con una condición' }));
  await page.keyboard.press('Enter');
  await tabTo(page, panel.getByRole('combobox', { name: 'Qué dato' }));
  await page.keyboard.type('Tuvo beca');
  await back(page);

  await next(page, 'Aviso', { named: 'Aviso de apertura' });
  await next(page, 'Espera de un suceso', { behind: 'llegó', named: 'Primera espera' });
  await fill(page, { 'Suceso que se espera': 'beca.presentada', Cantidad: '20' });
  await next(page, 'Aviso', { behind: 'no a tiempo', named: 'Recordatorio' });
  await next(page, 'Espera de un suceso', { behind: 'llegó', named: 'Segunda espera' });
  await fill(page, { 'Suceso que se espera': 'beca.presentada' });
  await next(page, 'Final', { behind: 'ocurrió', named: 'Presentada' });
  await fill(page, { Resultado: 'filed' });
  await toStep('Segunda espera');
  await next(page, 'Final', { named: 'No la pidió' });
  await fill(page, { Resultado: 'not-filed' });
  await toStep('Recordatorio');
  await next(page, 'Final', { named: 'No se le pudo avisar' });
  await fill(page, { Resultado: 'nobody-reached' });
  await toStep('Primera espera');
  await lead(page, 'Presentada');
  await toStep('Aviso de apertura');
  await lead(page, 'No se le pudo');
  await write(page, ['SMS', 'Carta']);
  await toStep('Recordatorio');
  await write(page, ['SMS', 'Carta']);
  await page.getByRole('button', { name: 'Comprobado' }).waitFor();
  await page.getByText('Guardado', { exact: true }).waitFor();
}

/** What la frase says of the whole, as it is read out. */
const phrase = (page: Page) => page.getByRole('region', { name: 'La frase' }).getByRole('button').allInnerTexts();

test('beca comedor is drawn on the canvas with the keyboard only, and every change is announced', patient, async () => {
  const page = await signInAs(browser, { address, name: 'Mateo Ferrer', path: '/journeys/new' });
  page.setDefaultTimeout(30_000);
  await emptyJourney(page, address);
  await page.getByText('Guardado', { exact: true }).waitFor();
  const heard = await announced(page);
  const inHand = page.locator('.react-flow__node[tabindex="0"]');
  await drawBeca({
    page,
    first: async () => {
      const doors = page.getByRole('region', { name: '¿Qué pone en marcha este recorrido?' });
      await tabTo(page, doors.getByRole('button', { name: /^Lanzamiento/ }));
      await page.keyboard.press('Enter');
      await said(page, 'Ha añadido «Lanzamiento»');
      await tabTo(page, inHand);
    },
    toJourney: () => page.keyboard.press('Escape'),
    toStep: async (name) => {
      await press(page, 'Control+f');
      await page.getByRole('searchbox', { name: 'Buscar en pasos y textos' }).waitFor();
      await page.keyboard.type(name);
      await page.getByRole('search').getByRole('status').filter({ hasText: /\d/ }).waitFor();
      await press(page, 'Enter', 'Escape');
      await tabTo(page, inHand);
      expect(await inHand.getAttribute('aria-label')).toContain(name);
    },
  });
  expect(await phrase(page)).toMatchSnapshot();
  expect(await heard()).toMatchSnapshot();
  await page.context().close();
});

test('the same journey is drawn in the outline only', patient, async () => {
  const page = await signInAs(browser, { address, name: 'Mateo Ferrer', path: '/journeys/new' });
  page.setDefaultTimeout(30_000);
  const draft = await emptyJourney(page, address);
  await page.goto(`${address}${draft}?view=outline`);
  const grid = page.getByRole('treegrid', { name: 'Esquema del recorrido' });
  await grid.waitFor();
  const heard = await announced(page);
  const inHand = grid.locator('[data-row][tabindex="0"]');
  await drawBeca({
    page,
    first: async () => {
      await tabTo(page, inHand);
      await page.keyboard.press('n');
      await answer(page, '¿Qué paso quiere añadir?', 'lanzamiento');
      await said(page, 'Ha añadido «Lanzamiento»');
    },
    toJourney: () => page.keyboard.press('Home'),
    toStep: async (name) => {
      await tabTo(page, inHand);
      await page.keyboard.press('Home');
      for (let n = 0; n < 60; n++) {
        const text = await page.evaluate(() => {
          const row = document.activeElement;
          return row?.getAttribute('data-row')?.startsWith('step ') ? (row.textContent ?? '') : '';
        });
        if (text.replace(/^\d+/, '').startsWith(name)) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`No row of a step is called ${name}`);
    },
  });
  expect(await phrase(page)).toMatchSnapshot();
  expect(await heard()).toMatchSnapshot();
  await page.context().close();
});
