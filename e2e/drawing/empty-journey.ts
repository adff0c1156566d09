import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';

const stem = 'beca-dibujada';
const frame = {
  cauce: 1,
  slug: stem,
  title: 'Beca de comedor, dibujada',
  description: 'Que ninguna familia pierda la beca por no enterarse.',
  purpose: 'Avisar de la convocatoria de becas de comedor',
  purposeCode: 'school-meals',
  basis: { kind: 'public-task', norm: 'Ley 38/2003, General de Subvenciones' },
  retentionMonths: 24,
  dir3: 'A13002908',
  sia: '2054321',
  languages: ['es'],
  nodes: [],
  edges: [],
};

/** Brings a journey that has its legal frame and no step at all, and answers where its draft is. */
export async function emptyJourney(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/journeys/new`, { waitUntil: 'domcontentloaded' });
  await page.getByLabel('Fichero de un recorrido').setInputFiles({
    name: 'vacio.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(frame)),
  });
  await page.getByRole('button', { name: 'Traer el fichero' }).click();
  await page.waitForURL(/\/journeys\/beca-dibujada[\w-]*\/draft/);
  return new URL(page.url()).pathname;
}
