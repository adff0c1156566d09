import { expect, test } from 'vitest';
import { galleryFolders, loadJourney } from '#gallery/load-journey.ts';
import { compile } from './compile.ts';
import { parse } from './journey.ts';
import { journeyLengthMs } from './journey-length.ts';

const hour = 3_600_000;

test('the longest way counts each wait once, a loop included, and not the limit of what may come at any time', () => {
  const parsed = parse({
    cauce: 1,
    slug: 'x',
    title: 'x',
    nodes: [
      { id: 'in', kind: 'launch' },
      { id: 'a', kind: 'wait', config: { until: { for: 'duration', duration: 'PT2H' } } },
      { id: 'b', kind: 'wait', config: { until: { for: 'duration', duration: 'PT5H' } } },
      { id: 'news', kind: 'wait-for', config: { event: 'x.y', limit: 'P9D' } },
      { id: 'out', kind: 'end', config: { outcome: 'x' } },
    ],
    edges: [
      { from: 'in', port: 'start', to: 'a' },
      { from: 'a', port: 'done', to: 'news' },
      { from: 'news', port: 'arrived', to: 'b' },
      { from: 'news', port: 'late', to: 'out' },
      { from: 'b', port: 'done', to: 'a' },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(journeyLengthMs(parsed.journey, compile(parsed.journey))).toBe(7 * hour);
});

test('the grant lasts weeks, the heat wave a day or two, the evacuation hours', () => {
  const hours = Object.fromEntries(
    galleryFolders().map((folder) => {
      const parsed = loadJourney(folder);
      if (!parsed.ok) throw new Error(folder);
      return [folder, journeyLengthMs(parsed.journey, compile(parsed.journey)) / hour];
    }),
  );
  expect(hours['beca-comedor']).toBeGreaterThan(40 * 24);
  expect(hours['beca-comedor']).toBeLessThan(90 * 24);
  expect(hours['ola-de-calor']).toBeGreaterThan(24);
  expect(hours['ola-de-calor']).toBeLessThan(96);
  expect(hours['incendio-forestal']).toBeGreaterThan(1);
  expect(hours['incendio-forestal']).toBeLessThan(6);
});
