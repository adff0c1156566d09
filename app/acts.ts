import type { Opening } from './pages.ts';

/** The map of acts: every server function that a page can call, and who may call it. One without a line here fails the check. */
export const acts = {
  'appearance.set': 'anyone',
  'unit.choose': 'signed-in',
  'session.enter-as': 'anyone',
  'session.leave': 'anyone',
  'audience.begin': 'audience.edit',
  'audience.keep': 'audience.edit',
  'audience.drop': 'audience.edit',
  'connection.propose': 'connection.manage',
  'connection.confirm': 'connection.manage',
  'connection.retire': 'connection.manage',
} as const satisfies Record<string, Opening>;
