import { hash, hashed } from './hash.ts';
import type { Ledger } from './ledger.ts';
import type { Recent } from './recent.ts';
import { behaviourOf, delayOf } from './recipient.ts';
import { type SandboxAccount, unknownAccount } from './sandbox-account.ts';
import { markOf, type Schedule } from './schedule.ts';
import type { Seen } from './seen.ts';
import type { Code, Tally } from './tally.ts';

/** A message as it arrives, not yet trusted: every field is looked at before it is used. */
export type Arriving = {
  key: string;
  about?: string;
  channel?: string;
  to: string;
  from?: string;
  subject?: string;
  text?: string;
  language?: string;
  raw?: string;
};

/** All that the gateway knows; everything in it can be rebuilt from the ledger. */
export type Gateway = {
  ledger: Ledger;
  accounts: Map<string, SandboxAccount>;
  seen: Seen;
  tally: Tally;
  recent: Recent;
  schedule: Schedule;
  /** Messages and hand-written replies noted in the ledger so far. */
  sequence: number;
};

/** What a key has come to: the second and third are final. */
const TRIED = 1;
const ACCEPTED = 2;
const REFUSED = 3;

/** The account of this id, made on first sight, which speaks as it was last heard. */
export function accountOf(gateway: Gateway, id: string, via: 'http' | 'smtp'): SandboxAccount {
  let account = gateway.accounts.get(id);
  if (!account) {
    account = unknownAccount(via);
    gateway.accounts.set(id, account);
  }
  account.via = via;
  return account;
}

/** Sets how an account is treated, from now on and after a restart. */
export function noteAccount(gateway: Gateway, id: string, account: SandboxAccount, now: number): void {
  gateway.accounts.set(id, account);
  gateway.ledger.append(JSON.stringify({ at: now, account: id, settings: account }));
}

/** Decides what happens to one message, and does it; leaves the key's hash in `hashed` for the caller's answer. */
export function take(gateway: Gateway, id: string, account: SandboxAccount, message: Arriving, now: number): Code {
  if (!readable(message)) {
    gateway.sequence++;
    return 'm';
  }
  hash(message.key);
  const { high, low } = hashed;
  const code = decide(gateway, account, message, high, low);
  record(gateway, id, account, message, code, high, low, now);
  hashed.high = high;
  hashed.low = low;
  return code;
}

/** Applies a decision, fresh or read from the ledger: `isTold` says of an event of this message whether it was already told. */
export function record(
  gateway: Gateway,
  id: string,
  account: SandboxAccount,
  message: Arriving,
  code: Code,
  high: number,
  low: number,
  now: number,
  isTold?: (index: number) => boolean,
): void {
  const sequence = gateway.sequence++;
  const about = message.about ?? '';
  const run = about.slice(0, Math.max(0, about.indexOf('/')));
  const firstSeen = code === 'd' || gateway.seen.get(high, low) === 0;
  gateway.tally.count(run, about === '' ? message.key : about, code, firstSeen, now);
  if (code === 't' || code === 'q') gateway.seen.set(high, low, TRIED);
  else if (code === 'p') gateway.seen.set(high, low, REFUSED);
  else if (code === 'a' || code === 'd') {
    gateway.seen.set(high, low, ACCEPTED);
    gateway.recent.push(shown(id, message, now));
    if (code === 'a') planLater(gateway, id, account, message, run, sequence, high, low, now, isTold);
  }
}

function decide(gateway: Gateway, account: SandboxAccount, message: Arriving, high: number, low: number): Code {
  const known = gateway.seen.get(high, low);
  if (known === ACCEPTED) return account.via === 'smtp' ? 'd' : 'r';
  if (known === REFUSED) return 'x';
  const { atHandOver } = behaviourOf(message.to, account.profile, high, low);
  if (atHandOver === 'refused') return 'p';
  if (atHandOver === 'unavailable') return 't';
  if (atHandOver === 'temporary-once' && known === 0) return 't';
  if (atHandOver === 'throttled-once' && known === 0) return 'q';
  return 'a';
}

function planLater(
  gateway: Gateway,
  id: string,
  account: SandboxAccount,
  message: Arriving,
  run: string,
  sequence: number,
  high: number,
  low: number,
  now: number,
  isTold?: (index: number) => boolean,
): void {
  const behaviour = behaviourOf(message.to, account.profile, high, low);
  const first = behaviour.early ? 0 : delayOf(account.profile, high, low);
  for (let i = 0; i < behaviour.later.length; i++) {
    if (isTold?.(i)) continue;
    const { kind, afterMs, text } = behaviour.later[i] as (typeof behaviour.later)[number];
    const at = now + (first + afterMs) * account.delayScale;
    const worded = kind === 'reply' || (kind === 'failed' && account.via === 'smtp');
    gateway.schedule.add(
      id,
      run,
      at,
      message.key,
      markOf(sequence, i, kind),
      worded ? { from: message.to, to: message.from ?? '', text: text ?? '', subject: message.subject } : undefined,
    );
  }
}

const shown = (account: string, message: Arriving, at: number) => ({
  key: message.key,
  about: message.about ?? '',
  account,
  channel: message.channel ?? 'sms',
  direction: 'out' as const,
  to: message.to,
  from: message.from ?? '',
  subject: message.subject,
  text: message.text ?? '',
  language: message.language,
  raw: message.raw,
  at,
});

const readable = (message: Arriving): boolean =>
  typeof message === 'object' &&
  message !== null &&
  typeof message.key === 'string' &&
  message.key.length > 0 &&
  message.key.length <= 200 &&
  typeof message.to === 'string' &&
  message.to !== '' &&
  (message.about === undefined || typeof message.about === 'string') &&
  (message.text === undefined || typeof message.text === 'string') &&
  (message.from === undefined || typeof message.from === 'string');
