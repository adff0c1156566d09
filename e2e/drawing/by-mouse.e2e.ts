import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { signInAs } from '../designer/sign-in-as.ts';
import { openBrowser } from '../visit.ts';
import { announced } from './announced.ts';
import { emptyJourney } from './empty-journey.ts';

const address = inheritedEnvironment()['E2E_ADDRESS'] ?? 'http://localhost:3000';
let browser: Browser;
let draft: string;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const card = (page: Page, title: string) => page.locator('.react-flow__node').filter({ hasText: title }).first();
const way = (page: Page, title: string, port: string) =>
  card(page, title).locator(`.react-flow__handle.source[data-handleid="${port}"]`);

async function pull(page: Page, from: Locator, to: { x: number; y: number }) {
  const box = (await from.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x - 8, to.y - 8, { steps: 6 });
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

const middleOf = async (place: Locator) => {
  const box = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Pulls a way out into the void and types what is to come there. */
async function pullIntoVoid(page: Page, from: Locator, kind: string) {
  const at = await middleOf(from);
  await pull(page, from, { x: at.x + 90, y: at.y + 150 });
  await page.getByRole('dialog', { name: '¿Qué viene después?' }).waitFor();
  await page.keyboard.type(kind);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const saved = (page: Page) => page.getByText('Guardado', { exact: true }).waitFor();

test('beca comedor is drawn by mouse on an empty canvas, and what is missing leads to its place', async () => {
  const page = await signInAs(browser, { address, name: 'Mateo Ferrer', path: '/journeys/new' });
  draft = await emptyJourney(page, address);
  const heard = await announced(page);

  await page
    .getByRole('region', { name: '¿Qué pone en marcha este recorrido?' })
    .getByRole('button', { name: /^Lanzamiento/ })
    .click();
  await card(page, 'Lanzamiento').waitFor();
  // From the palette onto the canvas, then a line by hand from the door to it.
  const palette = page.getByRole('region', { name: 'Pasos que se pueden añadir' });
  const door = await middleOf(card(page, 'Lanzamiento'));
  await pull(page, palette.getByRole('button', { name: 'Aviso', exact: true }), { x: door.x, y: door.y + 180 });
  await card(page, 'Aviso').waitFor();
  await page.getByRole('button', { name: 'Cerrar la lista de pasos' }).click();
  await pull(page, way(page, 'Lanzamiento', 'start'), await middleOf(card(page, 'Aviso')));
  await page.getByText('Ha llevado «Lanzamiento» a «Aviso»').first().waitFor();
  await pullIntoVoid(page, way(page, 'Aviso', 'reached'), 'espera de un');
  await card(page, 'Espera de un suceso').waitFor();
  await page.getByRole('button', { name: 'Ordenar el dibujo' }).click();
  for (const [from, port, title] of [
    ['Espera de un suceso', 'arrived', 'final'],
    ['Espera de un suceso', 'late', 'final'],
    ['Aviso', 'nobody', 'final'],
  ] as const) {
    const before = await page.locator('.react-flow__node').count();
    await way(page, from, port).waitFor();
    await pullIntoVoid(page, way(page, from, port), title);
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(before + 1);
    await page.getByRole('button', { name: 'Ordenar el dibujo' }).click();
  }

  // What is missing leads to its place, one after the other, until nothing stands in the way.
  await page.getByRole('button', { name: /^Faltan? / }).click();
  await page.getByRole('button', { name: 'Ir al texto' }).first().click();
  await page.getByRole('textbox', { name: 'SMS: el texto' }).fill('La beca de comedor ya se puede pedir en la sede.');
  await page.getByRole('tab', { name: 'Paso', exact: true }).click();
  await page.getByRole('button', { name: /^Quitar Intento 2/ }).click();
  await card(page, 'Espera de un suceso').click();
  await page.getByLabel('Suceso que se espera').fill('beca.presentada');
  await page.getByRole('button', { name: 'Comprobado' }).waitFor();
  await saved(page);
  expect(await heard()).toMatchSnapshot();
  expect(await page.getByRole('application').locator('[role=group], [aria-label]').count()).toBeGreaterThan(5);
  await page.context().close();
});

test('it is walked with an invented person, kept as a test, and asked for; returned with a reason, and signed', async () => {
  const author = await signInAs(browser, { address, name: 'Mateo Ferrer', path: `${draft}?panel=walk` });
  await author.getByRole('button', { name: /^Empezar con/ }).click();
  await author.getByRole('button', { name: 'Le llega: SMS' }).click();
  await author.getByText(/está en «Espera de un suceso»/).waitFor();
  await author.getByRole('button', { name: 'Sucede «beca.presentada»' }).click();
  await author.getByText(/ha acabado/).waitFor();
  await author.getByLabel('Guardar como prueba').fill('Se entera y la pide');
  await author.getByRole('button', { name: 'Guardar la prueba' }).click();
  await author.getByText('Prueba guardada: Se entera y la pide.').first().waitFor();
  await saved(author);
  await ask(author, 'La primera versión');

  const approver = await signInAs(browser, { address, name: 'Ignacio Vidal', path: '/me' });
  await registerKey(approver);
  const request = await author.getByRole('link', { name: 'Ver la propuesta' }).getAttribute('href');
  await approver.goto(address + request);
  await approver.getByRole('button', { name: 'Devolver con motivo' }).click();
  await approver.getByLabel('Motivo').fill('Falta decir hasta cuándo se puede pedir.');
  await approver.getByRole('dialog').getByRole('button', { name: 'Devolver con motivo' }).click();
  await approver.getByRole('dialog').waitFor({ state: 'detached' });

  await author.goto(`${address}${draft}?panel=check`);
  await author.getByText('«Falta decir hasta cuándo se puede pedir.»').waitFor();
  await card(author, 'Aviso').click();
  await author.getByRole('tab', { name: 'Textos' }).click();
  await author
    .getByRole('textbox', { name: 'SMS: el texto' })
    .fill('La beca de comedor se puede pedir en la sede hasta el 30 de septiembre.');
  await saved(author);
  await ask(author, 'Con el plazo');
  await approver.goto(address + (await author.getByRole('link', { name: 'Ver la propuesta' }).getAttribute('href')));
  await approver.getByText('hasta el 30 de septiembre').first().waitFor();
  await approver.getByRole('button', { name: 'Firmar con mi llave' }).click();
  await approver.getByText(/Lo firmó Ignacio Vidal/).waitFor();
  await Promise.all([author.context().close(), approver.context().close()]);
});

test('a drill of the draft runs from its own panel, and its counts move on the cards', async () => {
  const page = await signInAs(browser, { address, name: 'Mateo Ferrer', path: `${draft}?panel=walk` });
  await page.getByLabel('Que dure unos').selectOption('1');
  await page.getByRole('button', { name: 'Empezar simulacro' }).click();
  await page.getByRole('link', { name: 'Ver el simulacro' }).waitFor();
  const counts = async () =>
    (await page.locator('.react-flow__node').allInnerTexts()).join('\n').match(/\d[\d.]* personas?/g);
  await expect.poll(counts, { timeout: 60_000 }).not.toBeNull();
  const first = await counts();
  await expect.poll(counts, { timeout: 60_000 }).not.toEqual(first);
  await page.getByRole('button', { name: 'Detener' }).click();
  await page.getByRole('button', { name: 'Empezar simulacro' }).waitFor();
  await page.context().close();
});

async function ask(page: Page, note: string) {
  await page.getByRole('button', { name: 'Pedir el visto bueno' }).first().click();
  await page.getByLabel('Nota para quien lo firme').fill(note);
  await page.getByRole('complementary').getByRole('button', { name: 'Pedir el visto bueno' }).click();
  await page.getByText(/pidió el visto bueno el/).waitFor();
}

/** A key of their own, in an authenticator that Chromium plays. */
async function registerKey(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByLabel('Nombre de la llave').fill(`prueba ${Date.now()}`);
  await page.getByRole('button', { name: 'Registrar una llave' }).click();
  await page.getByText('Llave registrada.').first().waitFor();
}
