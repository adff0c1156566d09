import type { Opening } from './pages.ts';

/** The map of acts: every server function that a page can call, and who may call it. One without a line here fails the check. */
export const acts = {
  'appearance.set': 'anyone',
  'audit.verify': 'audit.verify',
  'key.change': 'key.manage',
  'key.create': 'key.manage',
  'session.enter-as': 'anyone',
  'session.leave': 'anyone',
  'team.add': 'key.manage',
  'team.confirm': 'key.manage',
  'team.remove': 'key.manage',
  'webhook.change': 'webhook.manage',
  'webhook.create': 'webhook.manage',
  'webhook.handle': 'webhook.manage',
  'webhook.remove': 'webhook.manage',
  'webhook.replay': 'webhook.manage',
} as const satisfies Record<string, Opening>;
