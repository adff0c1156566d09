import { createHash, createPublicKey, verify } from 'node:crypto';
import type { VerifySignature } from '#engine/office/audit-seal.ts';

/** Checks an Ed25519 signature, and that the public key is the one that the fingerprint names. Never throws. */
export const verifySignature: VerifySignature = ({ key, public: spki, text, signature }) => {
  const der = Buffer.from(spki, 'base64');
  if (createHash('sha256').update(der).digest('hex') !== key) return false;
  try {
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
};
