import type { Actor } from '#engine/office/audit-entry.ts';
import { handOverText } from '#engine/office/audit-seal.ts';
import { type Database, type Queryable, transaction } from '../database.ts';
import { audit } from './append.ts';
import { adoptNextKey, makeKey, type SigningKey, signingKey } from './key-file.ts';
import { keysInChain } from './keys-in-chain.ts';

/** Why the days cannot be signed here: the key in force is not on this machine, or another is. */
export type NoKey = { missing: string };

/**
 * The key in force. Makes the first one when the chain has none yet, and records it there; after that a key is only ever
 * handed over (`rotateKey`), so a machine without it can sign nothing.
 */
export function ensureKey(database: Database, folder: string): Promise<SigningKey | NoKey> {
  return transaction(database, async (tx) => {
    await tx.query('select cauce_audit_lock()');
    const inForce = (await keysInChain(tx)).at(-1)?.key;
    if (inForce === undefined) {
      const first = signingKey(folder) ?? makeKey(folder, 'current');
      await record(tx, itself, first);
      return first;
    }
    // A hand-over that was recorded, and broken off before the file took its place.
    if (signingKey(folder, 'next')?.key === inForce) adoptNextKey(folder);
    const here = signingKey(folder);
    return here?.key === inForce ? here : { missing: inForce };
  });
}

/** Hands over to a new key: the old one signs it, the chain records it, and the old one is gone. */
export async function rotateKey(database: Database, folder: string, who: Actor): Promise<SigningKey | NoKey> {
  const old = await ensureKey(database, folder);
  if ('missing' in old) return old;
  const next = signingKey(folder, 'next') ?? makeKey(folder, 'next');
  const replaces = old.key;
  await record(database, who, next, { replaces, signature: old.sign(handOverText({ key: next.key, replaces })) });
  adoptNextKey(folder);
  return next;
}

const itself: Actor = { kind: 'system', id: 'audit' };

function record(
  tx: Queryable,
  who: Actor,
  made: SigningKey,
  handOver?: { replaces: string; signature: string },
): Promise<number> {
  return audit(tx, {
    who,
    unitId: null,
    act: 'audit.key',
    about: { kind: 'audit', id: 'key' },
    detail: { key: made.key, public: made.public, ...handOver },
  });
}
