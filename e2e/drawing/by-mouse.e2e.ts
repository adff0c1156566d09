import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { signInAs } from '../designer/sign-in-as.ts';
import { giveAuthenticator, registerPasskey } from '../passkey.ts';
import { openBrowser } from '../visit.ts';
import { announced } from './announced.ts';
import { emptyJourney } from './empty-journey.ts';

const address = inheritedEnvironment()['E2E_ADDRESS'] ?? 'http://localhost:3000';
// A machine that does other things too is slow, and a story is long.
const patient = { timeout: 300_000 };
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

/** Answers a question of the desk with the first that fits what is typed. */
async function answer(page: Page, question: string, typed: string) {
  await page.getByRole('dialog', { name: question }).waitFor();
  await page.keyboard.type(typed);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const act = (page: Page, name: string) =>
  page
    .getByRole('toolbar', { name: /elegido/ })
    .getByRole('button', { name })
    .click();

/** Adds a step behind the chosen one, behind this way out where several stand open. */
async function next(page: Page, kind: string, behind?: string) {
  await act(page, 'Añadir el paso siguiente');
  if (behind) await answer(page, '¿Detrás de qué salida?', behind);
  await answer(page, '¿Qué viene después?', kind);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function lead(page: Page, to: string) {
  await act(page, 'Llevar a…');
  await answer(page, '¿Adónde lleva?', to);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Takes a step in hand by its piece of la frase. */
const choose = (page: Page, piece: RegExp) =>
  page.getByRole('region', { name: 'La frase' }).getByRole('button', { name: piece }).click();

/** Goes to the first of so many missing texts by its own way, and writes it. */
async function writeWhatIsMissing(page: Page, missing: number) {
  const panel = page.getByRole('complementary');
  await page.getByRole('button', { name: missing === 1 ? 'Falta una cosa' : `Faltan ${missing} cosas` }).click();
  await panel.getByRole('button', { name: 'Ir al texto' }).first().click();
  const channel = await panel
    .getByRole('tablist', { name: 'Canales' })
    .getByRole('tab', { selected: true })
    .innerText();
  if (!channel.startsWith('SMS')) {
    await panel.getByRole('textbox', { name: 'Asunto' }).fill('La beca de comedor');
    await panel.getByRole('group', { name: 'Contenido' }).getByRole('button', { name: 'Párrafo', exact: true }).click();
  }
  await panel
    .getByRole('textbox', { name: channel.startsWith('SMS') ? 'SMS: el texto' : 'Párrafo' })
    .fill('La beca de comedor ya se puede pedir en la sede.');
}

/** What la frase says of the whole, as it is read out. */
const names = (page: Page) => page.getByRole('region', { name: 'La frase' }).getByRole('button').allInnerTexts();

test('beca comedor is drawn by mouse on an empty canvas, and what is missing leads to its place', patient, async () => {
  const page = await signInAs(browser, { address, name: 'Mateo Ferrer', path: '/journeys/new' });
  draft = await emptyJourney(page, address);
  const heard = await announced(page);
  const panel = page.getByRole('complementary');
  const title = panel.getByRole('textbox', { name: 'Nombre del paso' });
  const outcome = panel.getByRole('textbox', { name: 'Resultado' });

  // Whoever files leaves at once: nobody who has filed is reminded.
  await panel.getByRole('button', { name: 'Ir a los datos del recorrido' }).first().click();
  await panel.locator('summary', { hasText: 'Metas' }).click();
  await panel.getByRole('button', { name: 'Añadir una meta' }).click();
  await panel.getByRole('textbox', { name: 'Nombre de la regla 1' }).fill('Ya ha presentado la solicitud');
  await panel.getByRole('combobox', { name: 'Nombre del suceso' }).fill('beca.presentada');

  // The door from the empty canvas, the notice from the palette, a line by hand between them, what comes next in the void.
  await page
    .getByRole('region', { name: '¿Qué pone en marcha este recorrido?' })
    .getByRole('button', { name: /^Lanzamiento/ })
    .click();
  await card(page, 'Lanzamiento').waitFor();
  await panel.getByRole('button', { name: 'Limitar con una condición' }).click();
  const fact = panel.getByRole('combobox', { name: 'Qué dato' });
  await fact.selectOption({ label: 'Tuvo beca de comedor el curso pasado' });
  await panel.getByRole('button', { name: 'Añadir una línea' }).click();
  await fact.nth(1).selectOption({ label: 'Ha presentado completa la solicitud de beca de comedor' });
  await panel.getByRole('combobox', { name: 'Cómo se compara' }).nth(1).selectOption({ label: 'no es' });
  const palette = page.getByRole('region', { name: 'Pasos que se pueden añadir' });
  const door = await middleOf(card(page, 'Lanzamiento'));
  await pull(page, palette.getByRole('button', { name: 'Aviso', exact: true }), { x: door.x, y: door.y + 190 });
  await card(page, 'Aviso').waitFor();
  await page.getByRole('button', { name: 'Cerrar la lista de pasos' }).click();
  await pull(page, way(page, 'Lanzamiento', 'start'), await middleOf(card(page, 'Aviso')));
  await page.getByText('Ha llevado «Lanzamiento» a «Aviso»').first().waitFor();
  await pullIntoVoid(page, way(page, 'Aviso', 'reached'), 'espera de un');
  await panel.getByLabel('Suceso que se espera').fill('beca.presentada');
  await panel.getByRole('textbox', { name: 'Cantidad' }).fill('20');
  await page.getByRole('button', { name: 'Ordenar el dibujo' }).click();

  // A reminder, and waiting again; la frase leads from step to step.
  await next(page, 'aviso', 'no a tiempo');
  await title.fill('Recordatorio');
  await next(page, 'espera de un', 'llegó');
  await panel.getByLabel('Suceso que se espera').fill('beca.presentada');
  await next(page, 'final', 'ocurrió');
  await title.fill('Presentada');
  await outcome.fill('filed');
  await choose(page, /como mucho 10 días/);
  await next(page, 'final');
  await title.fill('No la pidió');
  await outcome.fill('not-filed');
  await choose(page, /«Recordatorio»/);
  await next(page, 'final');
  await title.fill('No se le pudo avisar');
  await outcome.fill('nobody-reached');
  await choose(page, /como mucho 20 días/);
  await lead(page, 'Presentada');
  await choose(page, /^«Aviso»/);
  await lead(page, 'No se le pudo');
  await title.fill('Aviso de apertura');
  await panel.getByRole('group', { name: 'Añadir un intento' }).getByRole('button', { name: 'Correo' }).click();
  await panel.getByRole('button', { name: /^Subir .*Correo/ }).click();

  // What is missing leads to its place, one after the other.
  for (let missing = 5; missing > 0; missing--) await writeWhatIsMissing(page, missing);
  await page.getByRole('button', { name: 'Comprobado' }).waitFor();
  await saved(page);
  expect(await heard()).toMatchSnapshot();
  expect(await names(page)).toMatchSnapshot();
  await page.context().close();
});

test(
  'it is walked with an invented person, kept as a test, and asked for; returned with a reason, and signed',
  patient,
  async () => {
    // Nothing can be asked for that nobody else could sign.
    const approver = await signInAs(browser, { address, name: 'Ignacio Vidal', path: '/me' });
    await giveAuthenticator(approver);
    await registerPasskey(approver, address, `prueba ${Date.now()}`);
    const author = await signInAs(browser, { address, name: 'Mateo Ferrer', path: `${draft}?panel=walk` });
    await author.getByRole('button', { name: /^Empezar con/ }).click();
    await author.getByRole('button', { name: 'Le llega: SMS', exact: true }).click();
    await author
      .getByText(/está en «Espera de un suceso»/)
      .first()
      .waitFor();
    await author
      .getByRole('button', { name: /^Sucede «/ })
      .first()
      .click();
    await author.getByText(/ha acabado/).waitFor();
    await author.getByLabel('Guardar como prueba').fill('Se entera y la pide');
    await author.getByRole('button', { name: 'Guardar la prueba' }).click();
    await author.getByText('Ha guardado una prueba.').first().waitFor();
    await saved(author);
    const first = await ask(author, 'La primera versión');

    await approver.goto(first);
    await approver.getByRole('button', { name: 'Devolver con motivo' }).click();
    await approver.getByRole('textbox', { name: 'Motivo' }).fill('Falta decir hasta cuándo se puede pedir.');
    await approver.getByRole('dialog').getByRole('button', { name: 'Devolver con motivo' }).click();
    await approver.getByRole('dialog').waitFor({ state: 'detached' });

    await author.goto(`${address}${draft}?panel=check`);
    await author.getByText('«Falta decir hasta cuándo se puede pedir.»').waitFor();
    await choose(author, /^«Aviso de apertura»/);
    await author.getByRole('tab', { name: 'Textos' }).click();
    await author
      .getByRole('textbox', { name: 'SMS: el texto' })
      .fill('La beca de comedor se puede pedir en la sede hasta el 30 de septiembre.');
    await saved(author);
    await approver.goto(await ask(author, 'Con el plazo'));
    await approver.getByText('hasta el 30 de septiembre').first().waitFor();
    await approver.getByRole('button', { name: 'Firmar con mi llave' }).click();
    await approver.getByText(/Lo firmó Ignacio Vidal/).waitFor();
    await Promise.all([author.context().close(), approver.context().close()]);
  },
);

test('a drill of the draft runs from its own panel, and its counts move on the cards', patient, async () => {
  const page = await signInAs(browser, { address, name: 'Mateo Ferrer', path: `${draft}?panel=walk` });
  await page.getByLabel('Que dure unos').selectOption('1');
  await page.getByRole('button', { name: 'Empezar simulacro' }).click();
  await page.getByRole('link', { name: 'Ver el simulacro' }).waitFor();
  const counts = async () =>
    (await page.locator('.react-flow__node').allInnerTexts()).join('\n').match(/\d[\d.]* personas?/g);
  await expect.poll(counts, { timeout: 90_000 }).not.toBeNull();
  const first = await counts();
  await expect.poll(counts, { timeout: 90_000 }).not.toEqual(first);
  await page.getByRole('button', { name: 'Detener' }).click();
  await page.getByRole('button', { name: 'Empezar simulacro' }).waitFor();
  await page.context().close();
});

/** Asks for approval, and answers where the request is. */
async function ask(page: Page, note: string): Promise<string> {
  await page.getByRole('button', { name: 'Pedir el visto bueno' }).first().click();
  await page.getByLabel('Nota para quien lo firme').fill(note);
  await page.getByRole('complementary').getByRole('button', { name: 'Pedir el visto bueno' }).click();
  await page.getByText(/pidió el visto bueno el/).waitFor();
  return address + (await page.getByRole('link', { name: 'Ver la propuesta' }).getAttribute('href'));
}
