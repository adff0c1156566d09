import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inheritedEnvironment } from '#env';
import { giveAuthenticator, registerPasskey } from './passkey.ts';
import { sessionOf, type Visitor } from './sign-in.ts';
import { folder, objections, openBrowser, picture, sideways } from './visit.ts';

/**
 * Four eyes, by hand: somebody asks, somebody else gives it back with a reason, it is corrected, signed on a phone with a
 * key, launched, paused from another page, and its end told by one person. One story: each step stands on the one before.
 */
const env = inheritedEnvironment();
// Keys want a name and not a number.
const address = (env['E2E_ADDRESS'] ?? 'http://localhost:3000').replace('127.0.0.1', 'localhost');
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const reason = 'Falta decir adónde ir: pongan el pabellón.';

// A machine that does other things too is slow, and a story is long.
const patient = { timeout: 600_000 };

let browser: Browser;
let author: Page;
let approver: Page;
let request = '';
let run = '';

beforeAll(async () => {
  browser = await openBrowser();
  author = await enter('manager', {});
  approver = await enter('approver', phone);
  await giveAuthenticator(approver);
}, 240_000);
afterAll(() => browser?.close());

test('an approver registers a key, leaves, and comes back in with it', patient, async () => {
  await registerPasskey(approver, address, 'Teléfono de guardia');
  await show(approver, 'me-passkey');
  await approver.getByRole('button', { name: 'Salir' }).first().click();
  await approver.waitForURL(/\/sign-in/);
  await approver.waitForLoadState('networkidle'); // the button works once its script is there
  await approver.getByRole('button', { name: 'Entrar con mi llave' }).click();
  await approver.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await approver.getByRole('heading', { level: 1 }).waitFor();
});

test(
  'an alert is counted while it is prepared, and does not go before its number of people is typed',
  patient,
  async () => {
    await author.goto(`${address}/`);
    await author.getByRole('link', { name: 'Nueva alerta' }).click();
    await author.waitForURL(/\/launch$/);
    // The strip of an emergency that runs has a link of the same name.
    await author.getByRole('main').getByRole('link', { name: 'Evacuación por incendio forestal' }).click();
    await author.getByText('De verdad', { exact: true }).click();
    await author.getByText('En los municipios que elija').click();
    await author.getByRole('combobox', { name: 'Añadir un municipio' }).fill('Enguera');
    await author.getByRole('option', { name: /^Enguera/ }).click();
    await author.getByText(/Coinciden [\d.]+ personas/).waitFor();
    await author.getByLabel('Dónde es').fill('Enguera');
    await author.getByLabel('Nota para quien firma').fill('El fuego ha pasado la CV-590. Hablado con la alcaldía.');
    await author.getByRole('button', { name: 'Pedir el visto bueno' }).click();
    await author.getByRole('alert').getByText('Todavía no se puede').waitFor();
    await show(author, 'launch-refused');
    await author.getByLabel(/Escriba cuántas para seguir/).fill(await counted(author));
    await author.getByRole('button', { name: 'Pedir el visto bueno' }).click();
    await author.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
    request = author.url();
    await author.getByRole('button', { name: 'Retirar la propuesta' }).waitFor();
    expect(await author.getByRole('button', { name: 'Firmar con mi llave' }).count()).toBe(0);
    await show(author, 'request-own');
  },
);

test('the approver reads it on a phone and gives it back with a reason', patient, async () => {
  await approver.goto(`${address}/requests`);
  await approver.getByRole('link', { name: 'Evacuación por incendio forestal' }).first().waitFor();
  await show(approver, 'requests-phone');
  await approver.goto(request);
  for (const part of [
    'Dónde y cuántas personas',
    'Qué cambia respecto al último',
    'Lo que leerán',
    'Qué pasa al firmar',
  ])
    await approver.getByRole('heading', { name: part }).waitFor();
  await approver.getByText('al firmar').first().waitFor();
  const catalan = approver.getByRole('tab', { name: 'catalán' }).first();
  // Tabs turn once their script is there; the page keeps a stream open, so its network is never idle.
  await expectSoon(async () => {
    await catalan.click();
    return (await catalan.getAttribute('aria-selected')) === 'true';
  });
  await approver
    .getByText(/incendi forestal en Enguera/i)
    .filter({ visible: true })
    .first()
    .waitFor();
  expect([await sideways(approver), await objections(approver)]).toEqual([0, []]);
  await show(approver, 'request-phone');
  await approver.getByRole('button', { name: 'Devolver con motivo' }).click();
  await show(approver, 'request-returning');
  await approver.getByRole('dialog').getByLabel('Motivo').fill(reason);
  await approver.getByRole('dialog').getByRole('button', { name: 'Devolver con motivo' }).click();
  await approver.getByText(`«${reason}»`).first().waitFor();
  await show(approver, 'request-returned');
});

test('the author reads why, corrects it and asks again', patient, async () => {
  await author.goto(request);
  await author.getByText(`«${reason}»`).first().waitFor();
  await author.getByRole('link', { name: 'Corregir y volver a pedir' }).click();
  await author.getByText(reason).first().waitFor();
  await author.getByLabel('Dónde ir').fill('el pabellón de Navarrés');
  await show(author, 'launch-again');
  await author.getByLabel(/Escriba cuántas para seguir/).fill(await counted(author));
  await author.getByRole('button', { name: 'Pedir el visto bueno' }).click();
  await author.waitForURL(request);
  await author.getByRole('button', { name: 'Retirar la propuesta' }).waitFor();
});

test('somebody else signs what stands there, on the phone and with the key, and it begins', patient, async () => {
  await approver.goto(request);
  await approver
    .getByText(/el pabellón de Navarrés/)
    .first()
    .waitFor();
  await show(approver, 'request-again-phone');
  await approver.getByRole('button', { name: 'Firmar con mi llave' }).click();
  await approver.waitForURL(/\/runs\/[0-9a-f-]{36}/);
  run = approver.url();
  await expectSoon(async () => (await standing(author, run)).handed > 0);
  await show(approver, 'run-phone');
});

test(
  'it is paused by one person from the page of all that runs, and the reason comes afterwards',
  patient,
  async () => {
    await author.goto(`${address}/runs`);
    const line = author.getByRole('listitem').filter({ has: author.locator(`a[href="${new URL(run).pathname}"]`) });
    await line.getByRole('button', { name: 'Pausar' }).first().click();
    await show(author, 'runs-paused');
    const why = author.getByRole('dialog', { name: '¿Por qué?' });
    await why.getByLabel(/Motivo/).fill('El fuego ha cambiado de sitio.');
    await why.getByRole('button', { name: 'Anotar el motivo' }).click();
    await expectSoon(async () => (await standing(author, run)).paused);
  },
);

test('its end is told by one person, with the words that were signed', patient, async () => {
  await author.goto(run);
  await author.getByRole('button', { name: 'Fin de la alerta' }).click();
  const dialog = author.getByRole('dialog', { name: 'Fin de la alerta' });
  await dialog
    .getByText(/FIN DEL AVISO por el incendio de Enguera/)
    .first()
    .waitFor();
  await show(author, 'run-all-clear');
  const n = /Escriba ([\d]+)\./.exec((await dialog.textContent()) ?? '')?.[1] ?? '';
  await dialog.getByLabel(/Escriba a cuántas personas/).fill(n);
  await dialog.getByRole('button', { name: 'Enviar el fin de la alerta' }).click();
  await author.waitForURL((url) => url.href !== run && /\/runs\/[0-9a-f-]{36}/.test(url.href));
  const end = author.url();
  await expectSoon(async () => (await standing(author, end)).handed > 0);
  await show(author, 'run-of-all-clear');
  await author.goto(run);
  await author.getByRole('link', { name: /fin de la alerta/i }).waitFor();
});

async function enter(visitor: Visitor, options: BrowserContextOptions): Promise<Page> {
  const storageState = await sessionOf(browser, address, visitor);
  const context = await browser.newContext({ locale: 'es-ES', ...options, ...(storageState && { storageState }) });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  return page;
}

/** The number that the form says would be reached, as one types it. */
async function counted(page: Page): Promise<string> {
  const hint = page.getByText(/^Escriba \d+\.$/);
  await hint.waitFor();
  return /\d+/.exec((await hint.textContent()) ?? '')?.[0] ?? '';
}

/** How a run stands, asked by the session of a page. */
async function standing(page: Page, ofRun: string): Promise<{ paused: boolean; handed: number }> {
  const answer = await page.request.get(ofRun.replace('/runs/', '/api/runs/'));
  const told = (await answer.json()) as { pausedAt: string | null; speed: { handed: number } }; // by the contract of our own door
  return { paused: told.pausedAt !== null, handed: told.speed.handed };
}

async function expectSoon(what: () => Promise<boolean>): Promise<void> {
  await expect.poll(what, { timeout: 180_000, interval: 500 }).toBe(true);
}

async function show(page: Page, name: string): Promise<void> {
  const screens = env['E2E_SCREENS'];
  if (!screens) return;
  writeFileSync(join(folder(join(screens, 'four-eyes')), `${name}.png`), await picture(page, 6_000));
}
