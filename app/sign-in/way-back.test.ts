import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wayBack } from './way-back.ts';

test('a page of ours is gone back to, with what its address says', () => {
  for (const page of ['/', '/runs', '/runs/019ac000?view=table&act=pause', '/journeys/beca-comedor/draft?node=n2'])
    expect(wayBack(page)).toBe(page);
});

test('nothing leads elsewhere, and nobody is sent round in circles', () => {
  const elsewhere = [
    'https://malo.invalid',
    '//malo.invalid',
    '///malo.invalid',
    '/\\malo.invalid',
    '\\\\malo.invalid',
    '/\t/malo.invalid',
    '/\n/malo.invalid',
    'javascript:alert(1)',
    'data:text/html,x',
    '/@malo.invalid',
    '/.//malo.invalid',
    '/%2e//malo.invalid',
    '/runs/..//malo.invalid',
    'runs',
    '/sign-in?to=/runs',
    '/./sign-in',
    undefined,
    ['/runs'],
  ];
  for (const to of elsewhere) expect([to, wayBack(to)]).toEqual([to, '/']);
  const there = (to: string) => new URL(wayBack(to), 'https://cauce.ejemplo.es');
  const hostile = fc.stringMatching(/^[\\/@:.?#%a-c\t ]{0,24}$/);
  const often = { numRuns: 20_000 };
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string()), (to) => there(to).host === 'cauce.ejemplo.es'),
    often,
  );
  fc.assert(
    fc.property(hostile, (to) => there(`/${to}`).host === 'cauce.ejemplo.es' && !wayBack(`/${to}`).startsWith('//')),
    often,
  );
});
