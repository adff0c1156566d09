import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { findPlace } from './find-place.ts';
import { visits } from './pages.ts';
import { sessionOf, type Visitor } from './sign-in.ts';
import { openBrowser, withPage } from './visit.ts';

const address = inheritedEnvironment()['E2E_ADDRESS'] ?? 'http://localhost:3000';
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(() => browser?.close());

test('a drill cannot be mistaken: word in strip and title, its own icon, the frame', async () => {
  await visiting('manager', await placeOf('drill'), {}, async (page) => {
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
  await visiting('manager', `${await placeOf('run')}?view=canvas`, {}, async (page) => {
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
  await visiting('manager', `${await placeOf('run')}?view=canvas`, {}, async (page) => {
    const line = page.locator('.react-flow__edge-path').first();
    await line.waitFor({ state: 'attached' });
    const first = await line.elementHandle();
    await page.waitForTimeout(3_500);
    expect(await first?.evaluate((path) => path.isConnected)).toBe(true);
  });
});

test('the keyboard reaches the content first, and Escape leaves the brake as it was', async () => {
  await visiting('manager', await placeOf('run'), {}, async (page) => {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Ir al contenido');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const stop = page.getByRole('main').getByRole('button', { name: 'Detener' });
    if ((await stop.count()) === 0) return; // the run is over: there is nothing to brake
    await stop.click();
    await page.getByRole('dialog').getByRole('textbox').fill('Una razón que no se llega a dar');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByRole('main').getByRole('button', { name: 'Pausar' }).count()).toBe(1);
    expect(await stop.evaluate((button) => button === document.activeElement)).toBe(true);
  });
});

test('a reader sees a run and is offered no brake', async () => {
  await visiting('reader', await placeOf('run'), {}, async (page) => {
    await page.locator('h1').waitFor();
    for (const name of ['Pausar', 'Detener', 'Reanudar'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
  });
});

test('Ctrl K finds what is typed with a slip, and Enter goes there', async () => {
  await visiting('manager', '/', {}, async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('pendinte');
    await page.getByRole('option', { name: 'Pendiente de revisar' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/attention$/);
  });
});

test('pausing from the search asks first, on the page of the run', async () => {
  await visiting('manager', '/', {}, async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('pausar');
    const offered = page.getByRole('option', { name: /^Pausar «/ }).first();
    // Once the drill is over nothing can be paused.
    if (!(await offered.waitFor({ timeout: 4_000 }).then(Boolean, () => true))) return;
    if ((await offered.count()) === 0) return;
    await offered.click();
    await page.getByRole('dialog', { name: 'Pausar' }).waitFor();
  });
});

test('without a network nothing written is lost: the page says so and stays', async () => {
  await visiting('manager', '/sandbox', {}, async (page) => {
    await page.getByLabel('Buscar por número').fill('600');
    await page.context().setOffline(true);
    await page.getByText('Sin conexión. Lo que haya escrito').waitFor();
    await page.getByRole('link', { name: 'En marcha' }).first().click();
    await page.getByText('se queda en esta página').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sandbox');
    expect(await page.getByLabel('Buscar por número').inputValue()).toBe('600');
    await page.context().setOffline(false);
    await page.getByText('Sin conexión. Lo que haya escrito').waitFor({ state: 'detached' });
  });
});

test('a page that reads itself again stays without a network, and says how old it is', async () => {
  await visiting('manager', '/attention', {}, async (page) => {
    await page.getByText(/^Datos de hace/).waitFor();
    await page.context().setOffline(true);
    await page.getByText('Sin conexión. Lo que haya escrito').waitFor();
    await page.getByText('Esta pantalla no recibe datos').waitFor();
    expect(new URL(page.url()).pathname).toBe('/attention');
  });
});

test('words follow the official: English by the browser, Galician by choice', async () => {
  await visiting('reader', '/runs', { locale: 'en-GB' }, async (page) => {
    expect(await page.locator('h1').textContent()).toBe('Running');
    await choose(page, 'Language', 'gl', 'Apply');
    await page.locator('html[lang="gl"]').waitFor();
    await choose(page, 'Idioma', 'es', 'Aplicar');
    await page.locator('html[lang="es"]').waitFor();
  });
});

test('tabs are one stop for Tab; arrows, Home and End look at another', async () => {
  await visiting('manager', '/launch?journey=incendio-forestal', {}, async (page) => {
    const tabs = page.getByRole('tablist').first().getByRole('tab');
    const chosen = () =>
      tabs.evaluateAll((all) => all.findIndex((tab) => tab.getAttribute('aria-selected') === 'true'));
    const inHand = () => tabs.evaluateAll((all) => all.findIndex((tab) => tab === document.activeElement));
    const last = (await tabs.count()) - 1;
    expect(last).toBeGreaterThan(1);
    await tabs.first().click();
    for (const [key, at] of [
      ['ArrowRight', 1],
      ['End', last],
      ['ArrowRight', 0],
      ['ArrowLeft', last],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await chosen(), await inHand()]).toEqual([key, at, at]);
    }
    const panel = await page.getByRole('tabpanel').first().getAttribute('aria-labelledby');
    expect(panel).toBe(await tabs.first().getAttribute('id'));
    await page.keyboard.press('Tab');
    expect(await inHand()).toBe(-1);
  });
});

test('a list to choose from hides nothing; arrows take, Escape closes and then takes back, Tab goes on', async () => {
  await visiting('manager', '/launch?journey=incendio-forestal', {}, async (page) => {
    await page.getByText('En los municipios que elija').click();
    const line = page.getByRole('combobox', { name: 'Añadir un municipio' });
    const list = page.getByRole('listbox');
    const inHand = () => line.evaluate((input) => input === document.activeElement);
    await line.fill('engue');
    const option = page.getByRole('option', { name: /^Enguera/ });
    await option.waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^(Un|\d+) municipios?$/ })
      .waitFor({ state: 'attached' });
    expect(await page.locator(':is(header, main)').evaluateAll(hidden)).toEqual([]);

    await page.keyboard.press('ArrowDown');
    expect(await line.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /^Enguera/ }).waitFor();
    expect([await line.inputValue(), await inHand()]).toEqual(['', true]);

    await line.fill('engue');
    await option.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect([await line.inputValue(), await inHand()]).toEqual(['engue', true]);
    await page.keyboard.press('Escape');
    expect([await line.inputValue(), await inHand()]).toEqual(['', true]);

    await line.fill('zzzz');
    await page.getByText('No hay ningún municipio que se llame así.').last().waitFor();
    expect(await line.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Tab');
    expect([await line.inputValue(), await inHand()]).toEqual(['', false]);
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);

    // By hand: the line keeps the focus, and what is beside the list closes it.
    await line.fill('engue');
    await option.click();
    await page.getByRole('row', { name: /^Enguera/ }).waitFor();
    expect(await inHand()).toBe(true);
    await line.fill('llíri');
    await list.waitFor();
    await page.locator('h1').click();
    await list.waitFor({ state: 'detached' });

    // Without a network nobody is told that there is no such place.
    await page.context().setOffline(true);
    await line.fill('xàti');
    await page.getByText('No se ha podido buscar. Compruebe la conexión.').last().waitFor();
    expect(await page.getByText('No hay ningún municipio que se llame así.').count()).toBe(0);
    await page.context().setOffline(false);
    await line.fill('xàtiv');
    await page.getByRole('option', { name: /^Xàtiva/ }).waitFor();
  });
});

test('a dialog leaves nothing of the page within reach, and gives the focus back', async () => {
  await visiting('approver', await placeOf('request-waiting'), {}, async (page) => {
    const opener = page.getByRole('button', { name: 'Devolver con motivo' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'Devolver con motivo' });
    await dialog.waitFor();
    const within = () => dialog.evaluate((box) => box.contains(document.activeElement));
    expect(await within()).toBe(true);
    for (let stops = 0; stops < 6; stops++) {
      await page.keyboard.press('Tab');
      // After the last comes the browser's own bar, and then the first.
      expect((await within()) || (await page.evaluate(() => document.activeElement === document.body))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).not.toBe('hidden');
  });
});

/** What is hidden from screen readers among these, or within. */
const hidden = (elements: Element[]) =>
  elements
    .flatMap((element) => [element, ...element.querySelectorAll('a, button, input')])
    .filter((element) => element.closest('[aria-hidden="true"], [inert]'))
    .map((element) => element.outerHTML.slice(0, 80));

async function choose(page: Page, label: string, locale: string, apply: string) {
  // What was changed stays open until it is left.
  if (!(await page.getByLabel(label, { exact: true }).isVisible()))
    await page.getByRole('button', { name: /Lucía Prado/ }).click();
  await page.getByLabel(label, { exact: true }).selectOption(locale);
  await page.getByRole('button', { name: apply }).click();
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

async function placeOf(name: string): Promise<string> {
  const visit = visits.find((one) => one.name === name);
  if (!visit) throw new Error(`${name} is not on the list of visits`);
  return findPlace(browser, address, visit);
}

async function visiting(
  as: Visitor,
  path: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const storageState = await sessionOf(browser, address, as);
  await withPage(browser, { ...options, ...(storageState && { storageState }) }, async (page) => {
    await page.goto(address + path, { waitUntil: 'load' });
    await work(page);
  });
}
