import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** The hash of any JSON value: sha256 over its canonical form (RFC 8785), hexadecimal. */
export function contentHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** A hash as the challenge of a key (WebAuthn): its 32 bytes in base64url, without padding. */
export function challengeOf(hash: string): string {
  const bytes = hexToBytes(hash);
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.subarray(at, at + 3);
    const bits = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    const figures = two === undefined ? 2 : three === undefined ? 3 : 4;
    for (let place = 0; place < figures; place++) text += ALPHABET[(bits >> (18 - place * 6)) & 63];
  }
  return text;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
