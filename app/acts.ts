import type { Opening } from './pages.ts';

/** The map of acts: every server function that a page can call, and who may call it. One without a line here fails the check. */
export const acts = {
  'appearance.set': 'anyone',
  'session.enter-as': 'anyone',
  'session.leave': 'anyone',
} as const satisfies Record<string, Opening>;
