import { expect, test } from 'vitest';
import { longestText } from '#engine/journey.ts';
import { pasteable } from './pasteable.ts';

test('of what is pasted no more than a text may hold, and nothing that cannot be stored, reaches the field', () => {
  expect(pasteable('y'.repeat(5 * 1024 * 1024))).toHaveLength(longestText);
  expect(pasteable('uno\0dos \ud800 tres 🔥 ñ')).toBe('unodos  tres 🔥 ñ');
});
