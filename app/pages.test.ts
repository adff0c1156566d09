import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages, rail } from './pages.ts';

const built = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`);

test('every page is on the map, and the map names no page that is not built', () => {
  expect(built.toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
});

test('the rail has seven places and links only to pages that exist', () => {
  expect(rail).toHaveLength(7);
  for (const { href } of rail) if (href !== null) expect(built).toContain(href);
});
