import { expect, test } from 'vitest';
import { answerValues, applyWrites } from './apply-writes.ts';
import type { Write } from './write.ts';

const facts = (member: Record<string, unknown> = {}) => ({
  citizen: { municipality: '28079', attributes: { income: 12 } },
  member,
  event: null,
  now: 0,
  zone: 'UTC',
});

test('writes come one after another, each seeing what was written before', () => {
  const writes: Write[] = [
    { variable: 'n', from: 'value', value: 2 },
    { variable: 'n', from: 'sum', plus: 0.5 },
    { variable: 'copy', from: 'fact', fact: 'member.n' },
    { variable: 'income', from: 'fact', fact: 'citizen.income' },
    { variable: 'nothing', from: 'fact', fact: 'citizen.email' },
  ];
  expect(applyWrites(writes, facts({ kept: true }), null)).toEqual({
    kept: true,
    n: 2.5,
    copy: 2.5,
    income: 12,
    nothing: null,
  });
});

test('a sum begins at nothing', () => {
  const plus: Write[] = [{ variable: 'n', from: 'sum', plus: 1 }];
  expect(applyWrites(plus, facts(), null)).toEqual({ n: 1 });
  expect(applyWrites(plus, facts({ n: 'many' }), null)).toEqual({ n: 1 });
});

test('of an answer only scalars are kept, at the path that was asked for', () => {
  const writes = (at: string | null): Write[] => [{ variable: 'v', from: 'answer', at }];
  expect(answerValues(writes('a.b'), { a: { b: 'x' } })).toEqual({ v: 'x' });
  expect(answerValues(writes(null), 'yes')).toEqual({ v: 'yes' });
  for (const other of [{ a: 1 }, null, { a: { b: [1] } }, { a: { b: Number.NaN } }])
    expect(answerValues(writes('a.b'), other)).toEqual({ v: null });
  expect(answerValues(writes('constructor.name'), {})).toEqual({ v: null });
});
