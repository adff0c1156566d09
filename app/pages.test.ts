import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roles } from '#engine/office/permission.ts';
import { flatten } from '#locales/check-locales.ts';
import es from '#locales/es.json' with { type: 'json' };
import { railFor } from './may-open.ts';
import { pages, rail } from './pages.ts';

const built = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`);

test('every page is on the map, and the map names no page that is not built', () => {
  expect(built.toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
});

test('every page has a name in Spanish', () => {
  const names = flatten(es);
  expect(pages.filter(({ title }) => !names.has(title))).toEqual([]);
});

test('the rail has seven places, and links only to pages that exist and may be opened', () => {
  expect(rail).toHaveLength(7);
  for (const role of roles)
    for (const { href } of railFor([{ unitId: 'u', role }])) if (href !== null) expect(built).toContain(href);
  expect(railFor([{ unitId: 'u', role: 'reader' }]).map(({ key }) => key)).not.toContain('desk');
  expect(railFor([{ unitId: 'u', role: 'agent' }]).map(({ key }) => key)).toContain('desk');
});
