import { expect, test } from 'vitest';
import type { Machine } from './machine.ts';
import { asMarkdown } from './results.ts';

const machine: Machine = {
  cpu: 'A processor',
  cores: 2,
  memoryGb: 24,
  system: 'linux 6.1',
  node: '20.20.0',
  postgres: 'PostgreSQL 18.4',
  temporal: 'temporal 1.5.1',
  load: [0.1, 0.2, 0.3],
};
const report = { command: 'npm run bench -- alert', at: new Date('2026-11-23T22:00:00Z'), machine, goals: [] };

test('several runs are told with their median, their extremes and their spread', () => {
  const text = asMarkdown({ ...report, runs: [{ perSecond: 12_000 }, { perSecond: 10_000 }, { perSecond: 11_000 }] });
  expect(text).toContain(`| figure    | median of 3 |    least – most | spread |
| --------- | ----------: | --------------: | -----: |
| perSecond |      11,000 | 10,000 – 12,000 |   1.20 |
`);
  expect(text).toContain('## `npm run bench -- alert`, 2026-11-23 22:00 UTC');
});

test('a spread over zero is left out and words are told once', () => {
  const text = asMarkdown({
    ...report,
    runs: [
      { lost: 0, store: 'SQLite' },
      { lost: 0, store: 'SQLite' },
    ],
  });
  expect(text).toMatch(/\| lost +\| +0 \| +0 – 0 \| +\|/);
  expect(text).toMatch(/\| store +\| +SQLite \| +\| +\|/);
});

test('the machine and the load it was under are told', () => {
  expect(asMarkdown({ ...report, runs: [] })).toContain('2 × A processor, 24 GB');
  expect(asMarkdown({ ...report, runs: [] })).toContain('load average when it began: 0.1 0.2 0.3');
});

test('a missed goal is told as missed', () => {
  const text = asMarkdown({ ...report, runs: [], goals: [{ name: 'lost', value: 3, at: 'most', bound: 0 }] });
  expect(text).toContain('MISSED  lost: 3 (at most 0)');
});
