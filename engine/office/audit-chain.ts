import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A row of the audit as it is stored and exported: `at` is ISO 8601 in UTC with milliseconds, `entry` canonical JSON as text. */
export type AuditRow = { seq: number; at: string; entry: string; previous: string; hash: string };

/** What the first row remembers in place of a hash. */
export const beginning = '0'.repeat(64);

/** The hash of a row: sha256, in hexadecimal, of the canonical JSON of all it says and of the hash before it. */
export function hashOf({ seq, at, entry, previous }: Omit<AuditRow, 'hash'>): string {
  return sha256Hex(`{"at":"${at}","entry":${entry},"previous":"${previous}","seq":${seq}}`);
}

/** How a reason stands in the chain: salted, so that the words can be erased and still not be changed. */
export function hashOfReason(salt: string, words: string): string {
  return sha256Hex(`${salt}\n${words}`);
}

/** The sha256 of a text in UTF-8, in hexadecimal. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
