import { Buffer } from 'node:buffer';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, sideways } from '../visit.ts';
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

const open = (path: string) => signInAs(browser, { address: house.address, name: 'Tomás Aguirre', path });
const journeys = async () =>
  (await house.pg.database.query<{ n: number }>('select count(*)::int as n from journey')).rows[0]!.n;
const journey = { cauce: 1, slug: 'malo', title: 'Malo', nodes: [], edges: [] };
const files: [string, string | Buffer, RegExp][] = [
  ['cut off', '{"cauce": 1,\n "title": "Be', /deja de serlo en la línea 2/],
  ['no text', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /no es de texto/],
  ['another thing', '{"name": "n8n", "nodes": {}}', /no conoce|no se entiende/],
  ['of a newer Cauce', JSON.stringify({ ...journey, cauce: 3 }), /versión más nueva de Cauce/],
  [
    'of 5,000 steps',
    JSON.stringify({
      ...journey,
      nodes: Array.from({ length: 5_000 }, (_, i) => ({ id: `n${i}`, kind: 'end', config: { outcome: 'reached' } })),
    }),
    /Tiene 5\.000 pasos y un recorrido admite 1\.000/,
  ],
  [
    'nested without end',
    `{"cauce": 1, "nodes": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    /listas dentro de listas sin fin/,
  ],
  ['with what cannot be kept', JSON.stringify({ ...journey, title: 'A\0B' }), /U\+0000/],
  ['of 6 MB', ' '.repeat(5.5 * 1024 * 1024), /6 MB y se leen 5 como mucho/],
];

test.each(files)('a file %s is refused with a sentence, and nothing is stored', async (_, content, sentence) => {
  const page = await open('/journeys/new');
  const before = await journeys();
  await page
    .getByLabel('Fichero de un recorrido')
    .setInputFiles({ name: 'recorrido.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Traer el fichero' }).click();
  await page.getByRole('alert').getByText(sentence).first().waitFor();
  expect(await journeys()).toBe(before);
  await page.context().close();
});

test('names with markup are words everywhere; a rule on a vanished attribute is told and nothing is lost', async () => {
  const nasty = {
    ...journey,
    title: '<img src=x onerror="document.title=\'dentro\'">',
    purpose: '<script>document.title="dentro"</script>',
    basis: { kind: 'public-task', norm: 'Ley' },
    nodes: [
      {
        id: 'entry',
        kind: 'launch',
        title: '<b>Entra</b>',
        config: { audience: { fact: 'citizen.vanished', is: 'exists' } },
      },
      { id: 'out', kind: 'end', title: 'x'.repeat(120), config: { outcome: 'reached' } },
    ],
    edges: [{ from: 'entry', port: 'start', to: 'out' }],
  };
  const page = await open('/journeys/new');
  await page
    .getByLabel('Fichero de un recorrido')
    .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(nasty)) });
  await page.getByRole('button', { name: 'Traer el fichero' }).click();
  await page.waitForURL(/\/journeys\/malo[\w-]*\/draft/);
  const at = new URL(page.url()).pathname.replace('/draft', '');
  for (const path of ['/draft?view=outline&panel=check', '', '/revisions/draft']) {
    await page.goto(house.address + at + path);
    await page.getByText('<b>Entra</b>').first().waitFor();
    expect(await page.title()).not.toBe('dentro');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
  await page.goto(`${house.address}${at}/draft?view=outline&panel=check`);
  await page
    .getByText(/vanished.*no está en el catálogo/)
    .first()
    .waitFor();
  const exported = await page.request.get(`${house.address}${at}/revisions/draft/files/journey.json`);
  expect(await exported.json()).toMatchObject({ title: nasty.title, nodes: nasty.nodes });
  await page.context().close();
});

test('5 MB in the clipboard change nothing, and it is said why', async () => {
  const page = await open('/journeys/beca-comedor/draft?view=outline&node=openNotice');
  const grid = page.getByRole('treegrid');
  await grid.waitFor();
  await page.evaluate(() => {
    const row = document.querySelector('[data-row="step openNotice"]') as HTMLElement;
    row.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `{"cauce-fragment": 1, "x": "${'x'.repeat(5 * 1024 * 1024)}"}`);
    row.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page
    .getByText(/Lo copiado tiene 5\.242\.\d+ caracteres/)
    .first()
    .waitFor();
  await page.getByText('Guardado', { exact: true }).waitFor();
  await page.context().close();
});

test('5 MB pasted into a text are taken as far as a text goes, said, and taken back by one key', async () => {
  const page = await open('/journeys/beca-comedor/draft?view=outline&node=openNotice&panel=words');
  const text = page.locator('[contenteditable="true"][aria-multiline="true"]').first();
  await text.click();
  const before = await text.innerText();
  await text.evaluate((editor) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'ñandú '.repeat(900_000));
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page
    .getByText('El texto de Correo en Español es demasiado largo: como mucho 20.000 caracteres.')
    .first()
    .waitFor();
  expect((await text.innerText()).length).toBeLessThan(20_100);
  await page.keyboard.press('Control+z');
  await page.getByText('Guardado', { exact: true }).waitFor();
  expect(await text.innerText()).toBe(before);
  await page.context().close();
});

test('a draft of a newer Cauce is left as it is, and can be taken out', async () => {
  await house.pg.database.query(
    `insert into journey (unit_id, slug, title, draft) select unit_id, 'futuro', 'Del futuro', draft || '{"cauce": 9}' from journey where slug = 'beca-comedor'`,
  );
  const page = await open('/journeys/futuro/draft');
  await page.getByText(/lo guardó una versión más nueva de Cauce/).waitFor();
  const taken = await page.request.get(`${house.address}/journeys/futuro/draft/store`);
  expect((await taken.json()).journey.cauce).toBe(9);
  await page.context().close();
});
