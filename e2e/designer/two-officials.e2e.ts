import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../visit.ts';
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

const open = (name: string, node: string) =>
  signInAs(browser, { address: house.address, name, path: `/journeys/beca-comedor/draft?view=outline&node=${node}` });
/** The row of what is called so: its own menu names it, other rows may lead there. */
const row = (page: Page, { source }: RegExp) =>
  page.getByRole('row', { name: new RegExp(`Acciones de ${source}`) }).first();
const saved = (page: Page) => page.getByText('Guardado', { exact: true }).waitFor();

async function rename(page: Page, from: RegExp, title: string) {
  await row(page, from).focus();
  await page.keyboard.press('F2');
  await page.getByLabel('Título del paso').fill(title);
  await page.keyboard.press('Enter');
  await row(page, new RegExp(title)).waitFor();
}

test('two officials see each other, and what does not touch is merged on both desks', async () => {
  const [tomas, mateo] = [await open('Tomás Aguirre', 'openNotice'), await open('Mateo Ferrer', 'untilTen')];
  await tomas.getByText('Mateo Ferrer, en «Esperar la solicitud»').waitFor();
  await mateo.getByText('Tomás Aguirre, en «Aviso de apertura»').waitFor();
  await Promise.all([
    rename(tomas, /Aviso de apertura/, 'Se abre el plazo'),
    rename(mateo, /Esperar la solicitud/, 'Aguardar'),
  ]);
  await Promise.all([row(tomas, /Aguardar/).waitFor(), row(mateo, /Se abre el plazo/).waitFor()]);
  await Promise.all([saved(tomas), saved(mateo)]);
  await Promise.all([tomas.context().close(), mateo.context().close()]);
});

test('what both changed differently is asked about, both versions side by side', async () => {
  const [tomas, mateo] = [await open('Tomás Aguirre', 'openFallback'), await open('Mateo Ferrer', 'openFallback')];
  await mateo.context().setOffline(true);
  await rename(tomas, /Si no llega en 48 h/, 'A las 48 horas');
  await saved(tomas);
  await rename(mateo, /Si no llega en 48 h/, 'Pasados dos días');
  await mateo.getByText('Sin conexión: lo guarda este navegador').first().waitFor();
  await mateo.context().setOffline(false);
  const asked = mateo.getByRole('group', { name: /El título de/ });
  await asked.waitFor();
  expect(await asked.innerText()).toContain('A las 48 horas');
  expect(await asked.innerText()).toContain('Pasados dos días');
  await asked.getByText('Lo suyo').click();
  await mateo.getByRole('button', { name: 'Juntar y guardar' }).click();
  await saved(mateo);
  await row(tomas, /Pasados dos días/).waitFor();
  await Promise.all([tomas.context().close(), mateo.context().close()]);
});

test('one official with two windows is asked about the windows, not about somebody of their own name', async () => {
  const [one, other] = [await open('Tomás Aguirre', 'openFallback'), await open('Tomás Aguirre', 'openFallback')];
  await other.context().setOffline(true);
  await rename(one, /Pasados dos días/, 'A los dos días');
  await saved(one);
  await rename(other, /Pasados dos días/, 'Dos días después');
  await other.getByText('Sin conexión: lo guarda este navegador').first().waitFor();
  await other.context().setOffline(false);
  await other.getByRole('heading', { name: 'Usted ha guardado este recorrido en otra ventana.' }).waitFor();
  await other
    .getByRole('group', { name: /El título de/ })
    .getByText('Lo de la otra ventana')
    .click();
  await other.getByRole('button', { name: 'Juntar y guardar' }).click();
  await row(other, /A los dos días/).waitFor();
  await saved(other);
  await Promise.all([one.context().close(), other.context().close()]);
});

test('without a network work goes on, outlives a reload, and is saved when the network is back', async () => {
  const page = await open('Tomás Aguirre', 'schoolTask');
  await page.context().setOffline(true);
  await rename(page, /En mano, en el centro/, 'En la mano');
  await page.getByText('Sin conexión: lo guarda este navegador').first().waitFor();
  await page.context().setOffline(false);
  await saved(page);
  const stored = await house.pg.database.query<{ title: string }>(
    `select node ->> 'title' as title from journey, jsonb_array_elements(draft -> 'nodes') as node
     where slug = 'beca-comedor' and node ->> 'id' = 'schoolTask'`,
  );
  expect(stored.rows).toEqual([{ title: 'En la mano' }]);
  await page.context().close();
});
