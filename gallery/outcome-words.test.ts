import { expect, test } from 'vitest';
import { translator } from '#locales/translator.ts';
import { galleryFolders, loadJourney } from './load-journey.ts';

test('every end of an example is said in words, not in its code', () => {
  const say = translator('es');
  const codes = galleryFolders().flatMap((folder) => {
    const read = loadJourney(folder);
    return read.ok
      ? read.journey.nodes.flatMap(({ kind, config }) => (kind === 'end' ? [String(config['outcome'])] : []))
      : [];
  });
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !say.has(`outcome.${code}`))).toEqual([]);
});
