import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key that signs the days of the audit. `key` is the sha256 of its public half (SPKI, DER), `public` that half in base64. */
export type SigningKey = { key: string; public: string; sign: (text: string) => string };

/** The names of a folder outside the database: the key in use, the one that replaces it, and the fingerprint trusted first. */
const files = { current: 'key.pem', next: 'next-key.pem', trusted: 'trusted-key' } as const;

/** The key in use, or undefined where this machine has none. */
export function signingKey(folder: string, which: 'current' | 'next' = 'current'): SigningKey | undefined {
  const file = join(folder, files[which]);
  return existsSync(file) ? signingKeyOf(createPrivateKey(readFileSync(file))) : undefined;
}

/** Makes a key (Ed25519, PKCS #8, mode 600). Throws where there is one already: no key is ever written over. */
export function makeKey(folder: string, which: 'current' | 'next'): SigningKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(folder, files[which]), pem, { mode: 0o600, flag: 'wx' });
  const made = signingKeyOf(privateKey);
  if (which === 'current') writeFileSync(join(folder, files.trusted), `${made.key}\n`);
  return made;
}

/** Puts the next key in the place of the current one, which is gone for good: what it signed is checked with its public half. */
export function adoptNextKey(folder: string): void {
  renameSync(join(folder, files.next), join(folder, files.current));
}

/** The fingerprint that this machine trusted first, from which all others follow by hand-over. */
export function trustedKey(folder: string): string | undefined {
  const file = join(folder, files.trusted);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

function signingKeyOf(privateKey: KeyObject): SigningKey {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    key: createHash('sha256').update(der).digest('hex'),
    public: der.toString('base64'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  };
}
