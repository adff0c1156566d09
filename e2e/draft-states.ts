import { Buffer } from 'node:buffer';
import type { Page, Route } from 'playwright-core';
import { emptyJourney } from './drawing/empty-journey.ts';
import type { Visit } from './pages.ts';
import type { BroughtAbout } from './request-states.ts';
import { sessionOf } from './sign-in.ts';
import { withPage } from './visit.ts';

const draft = '/journeys/beca-comedor/draft';
const lights = ['light', 'dark'];
const all = ['light', 'dark', 'narrow'];
/** Nothing of what is tried out here is kept: the house answers for the journey, not for what these pictures write. */
const store = '**/draft/store';
type StoredJourney = { journey: { nodes: { id: string; title?: string }[] } };

/** The draft's own states: one line each, in the list of `pages.ts`. */
export const draftStates: Visit[] = [
  state('next', { after: onCard('/'), until: 'section[role=dialog]' }),
  state('kinds', { after: press('Añadir un paso') }),
  state('find', { after: find }),
  state('acts', { after: onCard('Control+Shift+p'), until: 'section[role=dialog]' }),
  state('shortcuts', { after: onCard('?'), until: 'dialog[open]' }),
  state('menu', { after: (page) => card(page).click({ button: 'right' }), until: '[role=menu]' }),
  state('selection', { after: onCard('Control+a') }),
  state('journey', { at: `${draft}?panel=step`, until: '[role=tabpanel] input', views: all }),
  state('offline', { at: `${draft}?view=outline`, after: offline, views: all }),
  state('both', { at: `${draft}?view=outline`, before: savedByOther, after: rename, views: all }),
  state('refused', { at: `${draft}?view=outline`, before: refusing, after: rename, views: all }),
  { ...state('empty', { at: empty, until: '.react-flow' }), views: all },
  file('another', { content: '{"name": "otra cosa"}' }),
  file('newer', { content: '{"cauce": 2}' }),
  file('large', {
    content: JSON.stringify({
      cauce: 1,
      slug: 'l',
      title: 'L',
      edges: [],
      nodes: Array.from({ length: 5_000 }, () => ({})),
    }),
  }),
];

function state(name: string, more: Partial<Visit>): Visit {
  return { name: `draft-${name}`, at: draft, as: 'designer', canvas: true, views: lights, ...more };
}

/** A file that is no journey, brought to the page where journeys begin. */
function file(name: string, { content }: { content: string }): Visit {
  const after = async (page: Page) => {
    const one = { name: 'recorrido.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await page.getByLabel('Fichero de un recorrido').setInputFiles(one);
    await page.getByRole('button', { name: 'Traer el fichero' }).click();
    await page.getByRole('alert').getByText('Este fichero no se puede traer').waitFor();
  };
  return { name: `journey-file-${name}`, at: '/journeys/new', as: 'designer', after, views: ['light', 'narrow'] };
}

const card = (page: Page) => page.locator('.react-flow__node').filter({ hasText: 'Aviso de apertura' }).first();

/** Takes a card in hand, which gives it the focus, presses a key, and writes. */
function onCard(key: string, words = '') {
  return async (page: Page) => {
    await card(page).click();
    await page.waitForFunction(() => document.activeElement?.matches('.react-flow__node'));
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
    if (words) await page.keyboard.type(words);
    await page.waitForTimeout(400);
  };
}

function press(name: string) {
  return async (page: Page) => {
    await page.locator('.react-flow__node').first().waitFor();
    await page.getByRole('button', { name }).first().click();
    await page.waitForTimeout(300);
  };
}

async function find(page: Page) {
  await press('Buscar en pasos y textos')(page);
  await page.keyboard.type('plazo');
  await page.waitForTimeout(500);
}

async function rename(page: Page) {
  await page.locator('[data-row="step openNotice"]').focus();
  await page.keyboard.press('F2');
  await page.getByLabel('Título del paso').fill('Se abre el plazo');
  await page.keyboard.press('Enter');
  await page
    .getByText(/Hay que decidir antes de guardar|No se ha podido guardar|Sin conexión: lo guarda/)
    .first()
    .waitFor();
}

async function offline(page: Page) {
  await page.locator('[data-row="step openNotice"]').waitFor();
  await page.context().setOffline(true);
  await rename(page);
}

/** Whatever is saved here, somebody saved a moment before, with another title for the same step. */
function savedByOther(page: Page) {
  return page.route(store, async (route: Route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    const { version, journey } = route.request().postDataJSON() as StoredJourney & { version: number };
    const nodes = journey.nodes.map((one) => (one.id === 'openNotice' ? { ...one, title: 'Ya puede pedirla' } : one));
    const newer = { version: version + 1, journey: { ...journey, nodes }, comments: [], by: 'Tomás Aguirre' };
    return route.fulfill({ status: 409, json: newer });
  });
}

function refusing(page: Page) {
  return page.route(store, (route: Route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 413, json: { detail: 'Es demasiado grande: se leen 8 MB como mucho.' } })
      : route.continue(),
  );
}

async function empty(...[browser, address]: Parameters<BroughtAbout>): Promise<string> {
  const storageState = await sessionOf(browser, address, 'designer');
  return withPage(browser, storageState ? { storageState } : {}, (page) => emptyJourney(page, address));
}
