import { addDays } from '../time/zone.ts';
import type { AuditFinding } from './audit-finding.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * The end of a day, signed: `seq` and `hash` of the last row written before midnight (peninsular time), `key` the sha256 of
 * the public key (SPKI, DER) in hexadecimal, `signature` Ed25519 in base64 over `sealText`.
 */
export type AuditSeal = { day: string; seq: number; hash: string; key: string; signature: string };

/** A key as the chain records it, in an act `audit.key` at row `seq`. All but the first were handed over by the one before. */
export type AuditKey = {
  seq: number;
  key: string;
  public: string;
  replaces?: string | undefined;
  signature?: string | undefined;
};

/** Whether an Ed25519 signature (base64) over a text was made with a public key (SPKI, DER, base64) of this fingerprint. */
export type VerifySignature = (signed: { key: string; public: string; text: string; signature: string }) => boolean;

/** What is signed of a day. */
export function sealText({ day, seq, hash, key }: Omit<AuditSeal, 'signature'>): string {
  return canonicalJson({ day, seq, hash, key });
}

/** What the old key signs to hand over to the new one. */
export function handOverText({ key, replaces }: { key: string; replaces: string }): string {
  return canonicalJson({ key, replaces });
}

/**
 * What the seals say of a chain: that it is the one which was signed, day after day, by the `trusted` key or one that it
 * handed over to while it was in force. `has` answers whether a row has this hash; `until` is the last day that must be sealed.
 */
export function checkSeals(
  seals: readonly AuditSeal[],
  chain: { last: number; has: (hash: string) => boolean; keys: readonly AuditKey[] },
  { trusted, verify, until }: { trusted: string; verify: VerifySignature; until?: string | undefined },
): AuditFinding[] {
  const inForce = keysInForce(chain.keys, trusted, verify);
  const inOrder = [...seals].sort((one, other) => (one.day < other.day ? -1 : 1));
  return [
    ...missingDays(
      inOrder.map(({ day }) => day),
      until,
    ),
    ...inOrder.flatMap(lookAt),
  ];

  function lookAt(seal: AuditSeal): AuditFinding[] {
    const key = inForce.find((one) => one.key === seal.key && seal.seq >= one.from && seal.seq < one.to);
    if (!key) return [{ kind: 'foreign-key', day: seal.day, key: seal.key }];
    if (!verify({ ...key, text: sealText(seal), signature: seal.signature }))
      return [{ kind: 'bad-signature', day: seal.day }];
    if (chain.has(seal.hash)) return [];
    if (seal.seq > chain.last) return [{ kind: 'tail-missing', day: seal.day, seq: chain.last, to: seal.seq }];
    return [{ kind: 'rewritten', day: seal.day, seq: seal.seq }];
  }
}

type KeyInForce = { key: string; public: string; from: number; to: number };

/** The keys that may sign, each from the row that brought it in to the row that replaced it. */
function keysInForce(keys: readonly AuditKey[], trusted: string, verify: VerifySignature): KeyInForce[] {
  const first = keys.find(({ key }) => key === trusted);
  if (!first) return [];
  const line = [{ key: first.key, public: first.public, from: first.seq, to: Number.POSITIVE_INFINITY }];
  for (const next of keys) {
    const last = line.at(-1)!;
    if (next.seq <= last.from || next.replaces !== last.key || !next.signature) continue;
    const text = handOverText({ key: next.key, replaces: last.key });
    if (!verify({ key: last.key, public: last.public, text, signature: next.signature })) continue;
    last.to = next.seq;
    line.push({ key: next.key, public: next.public, from: next.seq, to: Number.POSITIVE_INFINITY });
  }
  return line;
}

/** From the first sealed day to the last that there must be, those without a seal. `days` in order. */
function missingDays(days: readonly string[], until: string | undefined): AuditFinding[] {
  const sealed = new Set(days);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return until ? [{ kind: 'day-missing', day: until }] : [];
  const missing: AuditFinding[] = [];
  for (let day = first; day <= (until && until > last ? until : last); day = addDays(day, 1))
    if (!sealed.has(day)) missing.push({ kind: 'day-missing', day });
  return missing;
}
