import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A citizen's place in [0, 1) for a split: the first four bytes, big endian, of sha256 over `seed/node/citizen`. The
 * same for ever, so that nobody changes sides. Twin: `cauce_bucket`.
 */
export function bucket(seed: string, node: string, citizenId: string): number {
  const hash = sha256(utf8ToBytes(`${seed}/${node}/${citizenId}`));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0) / 2 ** 32;
}
