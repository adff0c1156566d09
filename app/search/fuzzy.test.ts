import { expect, test } from 'vitest';
import { fuzzy } from './fuzzy.ts';

const titles = [
  'Evacuación por incendio forestal',
  'Beca comedor',
  'Ola de calor',
  'En marcha',
  'Pendiente de revisar',
];
const best = (typed: string) =>
  titles
    .map((title) => ({ title, fit: fuzzy(typed, title) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ title }) => title);

test('finds by the beginning of any word, whatever the accents', () => {
  expect(best('evacuacion')).toEqual(['Evacuación por incendio forestal']);
  expect(best('INCEN')).toEqual(['Evacuación por incendio forestal']);
  expect(best('por for')).toEqual(['Evacuación por incendio forestal']);
});

test('finds what is typed with one slip: a letter more, less, other or swapped', () => {
  for (const slip of ['evacuacionn', 'evacacion', 'evacuecion', 'evacaucion'])
    expect(best(slip), slip).toEqual(['Evacuación por incendio forestal']);
  expect(best('bceas')).toEqual([]); // two slips are another word
});

test('every word typed must be there', () => {
  expect(best('beca incendio')).toEqual([]);
  expect(best('')).toEqual([]);
});

test('a beginning counts for more than a middle', () => {
  expect(fuzzy('mar', 'En marcha')).toBeGreaterThan(fuzzy('mar', 'Calamares'));
});
