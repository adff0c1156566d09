import { join } from 'node:path';
import { trustedKey } from '#drizzle/audit/key-file.ts';
import { keysInChain } from '#drizzle/audit/keys-in-chain.ts';
import { keptSeals } from '#drizzle/audit/seal-file.ts';
import type { AuditSeal } from '#engine/office/audit-seal.ts';
import { env } from '#env';
import { database } from '../database.ts';

/**
 * What is known of the audit outside the database. `anchored` is false where the folder with the keys is on another
 * machine: then the chain's own word is all there is.
 */
export async function trusted(): Promise<{ key: string; received: AuditSeal[]; anchored: boolean }> {
  const folder = join(/*turbopackIgnore: true*/ env().CAUCE_DIR, 'audit');
  const key = trustedKey(folder);
  if (key !== undefined) return { key, received: keptSeals(folder), anchored: true };
  return { key: (await keysInChain(database()))[0]?.key ?? '', received: [], anchored: false };
}
