import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objections, openBrowser, sideways, views } from '../visit.ts';
import { signInAs } from './sign-in-as.ts';
import { type SmallHouse, smallHouse } from './small-house.ts';

let house: SmallHouse;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([smallHouse(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const open = (path: string, options = {}) =>
  signInAs(browser, { address: house.address, name: 'Tomás Aguirre', path, options });
/** The row of what is called so: its own menu names it, other rows may lead there. */
const row = (page: Page, { source }: RegExp) => page.getByRole('row', { name: new RegExp(`Acciones de ${source}`) });
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('a journey is begun with five questions and drawn on in the outline, by keyboard only', async () => {
  const page = await open('/journeys/new');
  await page.getByLabel('Nombre', { exact: false }).first().fill('Beca de comedor, en esquema');
  await page.getByLabel('Quiénes entran').fill('Familias con beca el curso pasado');
  await page.getByLabel('¿Cómo se sabe que lo ha hecho?').fill('beca presentada');
  await page.getByLabel('Resultado').fill('La familia presenta la solicitud');
  await page.getByLabel('Finalidad').fill('Que ninguna familia pierda la beca por no enterarse');
  await page.getByRole('button', { name: 'Dibujar los primeros pasos' }).click();
  // The norm was forgotten: the form says so and keeps what was written.
  await page.getByRole('alert').getByRole('link', { name: /Norma/ }).waitFor();
  expect(await page.getByLabel('Quiénes entran').inputValue()).toBe('Familias con beca el curso pasado');
  await page.getByLabel('Norma').fill('Ley 38/2003, General de Subvenciones');
  await page.getByRole('button', { name: 'Dibujar los primeros pasos' }).click();
  await page.waitForURL(/\/journeys\/beca-de-comedor-en-esquema\/draft/);

  await page.goto(`${page.url().split('?')[0]}?view=outline`);
  const grid = page.getByRole('treegrid', { name: 'Esquema del recorrido' });
  await grid.waitFor();
  expect(await objections(page)).toEqual([]);
  await row(page, /\d+ pasos/).focus();
  await press(page, 'ArrowDown', 'ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('step aviso');

  // A step behind the way out of the first message by which it arrived, found by typing.
  await press(page, 'i');
  const wayOut = page.getByRole('listbox', { name: '¿Detrás de qué salida?' });
  await wayOut.waitFor();
  await page.keyboard.type('lleg');
  await press(page, 'Enter');
  await wayOut.waitFor({ state: 'detached' });
  await page.keyboard.type('espera');
  await page
    .getByRole('option', { name: /^Espera\b/ })
    .first()
    .waitFor();
  await press(page, 'Enter');
  await page.getByRole('status').filter({ hasText: 'Ha añadido «Espera» detrás de «Primer aviso»' }).first().waitFor();
  await row(page, /Espera/)
    .first()
    .waitFor();

  // Its title, then gone, then back.
  await press(page, 'F2');
  await page.getByLabel('Título del paso').fill('Dos días de margen');
  await press(page, 'Enter');
  await row(page, /Dos días de margen/).waitFor();
  await press(page, 'Delete');
  await page.getByRole('status').filter({ hasText: 'Ha eliminado «Dos días de margen»' }).first().waitFor();
  expect(await row(page, /Dos días de margen/).count()).toBe(0);
  await press(page, 'Control+z');
  await row(page, /Dos días de margen/).waitFor();
  await page.getByText('Guardado', { exact: true }).waitFor();

  // Steps back outlive a reload.
  await page.reload();
  await row(page, /Dos días de margen/).waitFor();
  await row(page, /Dos días de margen/).focus();
  await press(page, 'Control+z', 'Control+z');
  await row(page, /Dos días de margen/).waitFor({ state: 'detached' });
  await press(page, 'Control+Shift+z', 'Control+Shift+z');
  await row(page, /Dos días de margen/).waitFor();
  await page.context().close();
});

test('the outline is the editor at 320 px, and nothing scrolls sideways', async () => {
  const page = await open('/journeys/beca-comedor/draft?view=canvas', views.narrow);
  await page.getByRole('treegrid').waitFor();
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await objections(page)).toEqual([]);
  await page.context().close();
});

test('a way out is led elsewhere in its own row, and a step can be discussed', async () => {
  const page = await open('/journeys/beca-comedor/draft?view=outline&node=openNotice');
  await row(page, /Aviso de apertura/)
    .first()
    .focus();
  await press(page, 'ArrowRight', 'ArrowDown', 'ArrowRight');
  const target = page.getByRole('combobox', { name: 'Adónde lleva esta salida' }).first();
  await target.selectOption({ label: await target.locator('option').last().innerText() });
  await page.getByRole('status').filter({ hasText: 'Ha llevado «Aviso de apertura»' }).first().waitFor();
  await row(page, /Aviso de apertura/)
    .first()
    .focus();
  await press(page, 'm');
  await page.getByLabel('Comentario').fill('¿Y quien no tiene móvil?');
  await press(page, 'Control+Enter');
  await row(page, /¿Y quien no tiene móvil\?/).waitFor();
  await press(page, 'Control+z', 'Control+z');
  await page.getByText('Guardado', { exact: true }).waitFor();
  await page.context().close();
});
