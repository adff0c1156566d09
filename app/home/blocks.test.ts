import { expect, test } from 'vitest';
import { type Role, roles } from '#engine/office/permission.ts';
import { blocksFor } from './blocks.ts';

const firstFor = (...given: Role[]) => blocksFor(given.map((role) => ({ unitId: 'u', role })))[0];

test('each role finds what it is there for first', () => {
  expect(firstFor('approver')).toBe('signing');
  expect(firstFor('manager')).toBe('running');
  expect(firstFor('agent')).toBe('desk');
  expect(firstFor('designer')).toBe('drafts');
  expect(firstFor('protection')).toBe('openings');
  expect(firstFor('administrator')).toBe('channels');
});

test('of several roles the most urgent comes first', () => {
  expect(firstFor('designer', 'manager')).toBe('running');
  expect(firstFor('manager', 'approver')).toBe('signing');
});

test('nobody is shown a part twice, and nobody without a role is shown any', () => {
  for (const role of roles) {
    const blocks = blocksFor([{ unitId: 'u', role }]);
    expect(new Set(blocks).size).toBe(blocks.length);
  }
  expect(blocksFor([])).toEqual([]);
});
