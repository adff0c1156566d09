import type { Claimed } from '#drizzle/crowd/claim.ts';
import { lookAgain, mayBecomeUnwanted } from '#drizzle/crowd/look-again.ts';
import type { Database } from '#drizzle/database.ts';

/** The ids of a claim's messages that are not to leave now. */
export type Unwanted = () => Promise<ReadonlySet<string>>;

/** Why a message goes back of whose person something became known between its claim and its turn at the provider. */
export const changed = 'changed';

/**
 * How old a look may be that a message leaves by, ms: whoever is answered that they have filed may be written to for so long.
 * Of a claim of 2,000 one look costs about as much as their claim's own.
 */
const freshMs = 50;

/**
 * The look just before a batch leaves, for the whole claim: at the database only where the claim's own (begun at `claimedAt`,
 * epoch ms), or the one after it, is no longer fresh.
 */
export function lastLook(database: Database, claimed: Claimed, channel: string, claimedAt: number): Unwanted {
  let seen: Promise<ReadonlySet<string>> = Promise.resolve(new Set());
  if (!mayBecomeUnwanted(claimed)) return () => seen;
  const ids = claimed.messages.map(({ id }) => id);
  let seenAt = claimedAt;
  return () => {
    if (Date.now() - seenAt > freshMs) {
      seenAt = Date.now();
      // Nobody who cannot be looked at is written to: they go back, to be claimed and judged anew.
      seen = lookAgain(database, claimed, channel, ids).catch(() => new Set(ids));
    }
    return seen;
  };
}
