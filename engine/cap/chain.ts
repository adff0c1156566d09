import type { CapAlert } from './cap-alert.ts';
import { capInstant } from './cap-instant.ts';
import { callsOff } from './standing.ts';

/** What identifies a CAP message: sender, identifier and the instant it was sent (epoch ms). */
export type Triple = { sender: string; identifier: string; sent: number };

/** What is kept of a message so that later ones find their warning. */
export type StoredAlert = Triple & { status: CapAlert['status']; references: Triple[]; warning: string };

/**
 * What a message is to those already stored.
 * `new`: begins a warning. `orphan`: refers to messages that are not held; kept, and begins a warning unless it calls off.
 * `update`, `cancel`: is now the latest word on its warning. `older`: a newer word is held, it changes nothing.
 * `duplicate`: held already. `ambiguous`: a reference fits several messages; to be refused. `reply`: an Ack or Error.
 */
export type Resolution = {
  kind: 'new' | 'update' | 'cancel' | 'duplicate' | 'orphan' | 'older' | 'ambiguous' | 'reply';
  /** Messages held that are no longer the latest word. */
  supersedes: Triple[];
  /** The stable key of the warning: the triple at its root, as `sender,identifier,sent`. */
  warning: string;
};

/** Finds the warning that a message belongs to. Chains are graphs; within one, the latest `sent` wins, whatever arrives last. */
export function resolveChain(stored: readonly StoredAlert[], alert: CapAlert): Resolution {
  const own: Triple = tripleOf(alert);
  const references = alert.references.map(tripleOf);
  const twin = stored.find((held) => keyOf(held) === keyOf(own));
  if (twin) return { kind: 'duplicate', supersedes: [], warning: twin.warning };
  // An exercise never touches a real warning: statuses do not mix.
  const peers = stored.filter(({ status }) => status === alert.status);
  const family = familyOf(peers, own, references).sort(bySent);
  const warning =
    family.length > 0 ? earliest(family.map((held) => held.warning)) : earliest([own, ...references].map(keyOf));
  if (alert.msgType === 'Ack' || alert.msgType === 'Error') return { kind: 'reply', supersedes: [], warning };
  if (references.some((reference) => isAmbiguous(peers, reference)))
    return { kind: 'ambiguous', supersedes: [], warning };
  const latest = family.at(-1);
  if (!latest) return { kind: references.length > 0 ? 'orphan' : 'new', supersedes: [], warning };
  if (bySent(latest, own) > 0) return { kind: 'older', supersedes: family.slice(0, -1).map(tripleOf), warning };
  return { kind: callsOff(alert) ? 'cancel' : 'update', supersedes: family.map(tripleOf), warning };
}

/** What to keep of a message once its warning is known. */
export function storedAlert(alert: CapAlert, warning: string): StoredAlert {
  return { ...tripleOf(alert), status: alert.status, references: alert.references.map(tripleOf), warning };
}

/** A triple as one text; the instant in UTC, so that the same instant written in two zones is one key. */
export function keyOf({ sender, identifier, sent }: Triple): string {
  return `${sender},${identifier},${capInstant(sent).text}`;
}

function tripleOf(told: { sender: string; identifier: string; sent: number | { at: number } }): Triple {
  const sent = typeof told.sent === 'number' ? told.sent : told.sent.at;
  return { sender: told.sender, identifier: told.identifier, sent };
}

/** Those connected with a message: by reference in either direction, by a common reference, or by the same identifier. */
function familyOf(peers: readonly StoredAlert[], own: Triple, references: Triple[]): StoredAlert[] {
  const reached = new Set(linksOf(own, references));
  let waiting = peers.map((held) => ({ held, links: linksOf(held, held.references) }));
  const family: StoredAlert[] = [];
  for (let found = true; found; ) {
    const near = new Set(waiting.filter(({ links }) => links.some((link) => reached.has(link))));
    waiting = waiting.filter((peer) => !near.has(peer));
    for (const { held, links } of near) {
      family.push(held);
      for (const link of links) reached.add(link);
    }
    found = near.size > 0;
  }
  return family;
}

function linksOf(own: Triple, references: Triple[]): string[] {
  return [`${own.sender},${own.identifier}`, keyOf(own), ...references.map(keyOf)];
}

/** A reference that fits no message held by its triple, but several by sender and identifier. */
function isAmbiguous(peers: readonly StoredAlert[], reference: Triple): boolean {
  const namesakes = peers.filter(
    ({ sender, identifier }) => sender === reference.sender && identifier === reference.identifier,
  );
  return namesakes.length > 1 && namesakes.every(({ sent }) => sent !== reference.sent);
}

function bySent(a: Triple, b: Triple): number {
  return a.sent - b.sent || (a.identifier < b.identifier ? -1 : a.identifier > b.identifier ? 1 : 0);
}

/** Of several keys the one sent first; its instant stands after the last comma. */
function earliest(keys: string[]): string {
  const sent = (key: string) => key.slice(key.lastIndexOf(',') + 1);
  return keys.toSorted((a, b) => (sent(a) < sent(b) ? -1 : sent(a) > sent(b) ? 1 : a < b ? -1 : 1))[0] ?? '';
}
