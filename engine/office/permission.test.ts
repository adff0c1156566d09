import { expect, test } from 'vitest';
import { actions, type Grant, may, permissions, roles, unitsWhere } from './permission.ts';

const here = 'here';
const as = (...held: Grant['role'][]): Grant[] => held.map((role) => ({ unitId: here, role }));

test('whoever has no role may nothing, anywhere', () => {
  for (const action of actions) expect([may([], action, here), may([], action, null)]).toEqual([false, false]);
});

test('a role holds in its own unit only', () => {
  for (const role of roles)
    for (const action of actions) {
      const granted = may(as(role), action, here);
      expect(may(as(role), action, 'elsewhere')).toBe(false);
      expect(may(as(role), action, null)).toBe(granted);
      expect(unitsWhere(as(role), action)).toEqual(granted ? [here] : []);
    }
});

test('several roles add up, and no role takes anything away', () => {
  for (const action of actions) {
    const alone = roles.map((role) => may(as(role), action, here));
    expect(may(as(...roles), action, here)).toBe(alone.includes(true));
  }
});

test('nobody who asks for something may also decide it, by one role alone', () => {
  const asking = ['journey.edit', 'journey.ask-to-publish', 'run.ask-to-launch'] as const;
  for (const role of roles.filter((one) => may(as(one), 'request.decide', here)))
    for (const action of asking) expect(may(as(role), action, here)).toBe(false);
});

test('braking takes one person who is in charge; roles, keys and contracts belong to nobody who sends', () => {
  for (const role of ['manager', 'approver'] as const) expect(may(as(role), 'run.brake', here)).toBe(true);
  for (const action of ['official.manage', 'key.manage', 'account.manage'] as const)
    for (const role of permissions[action]) expect(may(as(role), 'run.ask-to-launch', here)).toBe(false);
});

test('administrators, who can give themselves nothing alone, see no person', () => {
  for (const action of ['citizen.list', 'citizen.open', 'task.work'] as const)
    expect(may(as('administrator'), action, here)).toBe(false);
});
