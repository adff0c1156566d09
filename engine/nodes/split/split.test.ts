import { expect, test } from 'vitest';
import { enterNode, problemsOf } from '../../one-node.fixture.ts';

const shares = (...percents: number[]) => ({ shares: percents.map((percent, i) => ({ id: `s${i}`, percent })) });

test('divides by percentages, and the whole goes where all is', () => {
  expect(problemsOf('split', shares(30, 70))).toEqual([]);
  expect(enterNode('split', shares(100, 0)).outcome).toBe('s0');
  expect(enterNode('split', shares(0, 100)).outcome).toBe('s1');
  expect(enterNode('split', shares(0, 0, 100)).outcome).toBe('s2');
});

test('wants a hundred in all', () => {
  expect(problemsOf('split', shares(30, 60))).toMatchObject([{ code: 'shares-not-100', node: 'n' }]);
});

test.each(['emergency', 'statutory'])('chance decides nothing in a journey of class %s', (journeyClass) => {
  expect(problemsOf('split', shares(50, 50), { class: journeyClass })).toMatchObject([{ code: 'split-refused' }]);
});
