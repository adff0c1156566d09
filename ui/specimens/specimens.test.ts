import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { specimens } from './index.ts';

/** Components that are seen inside another's page. */
const seenIn: Record<string, string> = {
  'combo-line': 'combobox',
  face: 'card',
  'fetched-part': 'command-palette',
  'field-frame': 'field',
  mark: 'top-bar',
  select: 'field',
  'text-area': 'field',
};

const components = readdirSync(new URL('..', import.meta.url))
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
  .map((file) => file.slice(0, -'.tsx'.length));

test('every component has a page of its states', () => {
  expect(components.filter((name) => !(name in specimens) && !(name in seenIn))).toEqual([]);
  for (const host of Object.values(seenIn)) expect(specimens).toHaveProperty(host);
});

test('every page names the file that it shows', () => {
  for (const [name, { file }] of Object.entries(specimens)) expect(file).toBe(`ui/${name}.tsx`);
});
