import type { Opening } from './pages.ts';

/** The map of acts: every server function that a page can call, and who may call it. One without a line here fails the check. */
export const acts = {
  'appearance.set': 'anyone',
  'session.enter': 'anyone',
  'session.give-code': 'anyone',
  'session.ask-passkey': 'anyone',
  'session.enter-by-passkey': 'anyone',
  'session.by-provider': 'anyone',
  'session.enter-as': 'anyone',
  'session.leave': 'anyone',
  'session.left': 'anyone',
  'session.stay': 'anyone',
  'me.ask-new-passkey': 'signed-in',
  'me.add-passkey': 'signed-in',
  'me.drop-passkey': 'signed-in',
  'me.prepare-authenticator': 'signed-in',
  'me.confirm-authenticator': 'signed-in',
  'me.drop-authenticator': 'signed-in',
  'me.make-recovery-codes': 'signed-in',
  'me.change-password': 'signed-in',
  'me.end-session': 'signed-in',
  'me.end-other-sessions': 'signed-in',
} as const satisfies Record<string, Opening>;
