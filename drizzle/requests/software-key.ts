import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { challengeOf } from '#engine/office/content-hash.ts';
import type { RelyingParty } from '#relying-party';
import type { Queryable } from '../database.ts';
import type { Assertion } from './verify-assertion.ts';

/** A key that signs without anybody's finger: `sign` makes the assertion that a browser would hand over. */
export type SoftwareKey = { credentialId: string; sign: (hash: string, how?: Partial<Signing>) => Assertion };
/** What a careless or lying authenticator would do otherwise. */
export type Signing = { verified: boolean; origin: string; rpId: string; counter: number };

/**
 * Gives an official a key kept in software (ES256), for tests and for benches whose whole gate must be in what is measured.
 * It signs for whoever holds it, so no person is ever given one.
 */
export async function giveSoftwareKey(
  database: Queryable,
  officialId: string,
  party: Pick<RelyingParty, 'id' | 'address'>,
): Promise<SoftwareKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = createHash('sha256').update(x).digest('base64url');
  await database.query(
    `insert into passkey (official_id, name, public_key, credential_id, counter, device_type, backed_up)
     values ($1, 'software', $2, $3, 0, 'singleDevice', false)`,
    [officialId, coseOf(x, y).toString('base64'), credentialId],
  );
  let signed = 0;
  return {
    credentialId,
    sign: (hash, how = {}) => {
      const { verified = true, origin = party.address, rpId = party.id, counter = ++signed } = how;
      const clientData = Buffer.from(
        JSON.stringify({ type: 'webauthn.get', challenge: challengeOf(hash), origin, crossOrigin: false }),
      );
      const authenticatorData = Buffer.alloc(37);
      createHash('sha256').update(rpId).digest().copy(authenticatorData);
      authenticatorData[32] = verified ? 0b101 : 0b001; // somebody was there; and proved who
      authenticatorData.writeUInt32BE(counter, 33);
      const hashed = createHash('sha256').update(clientData).digest();
      const signature = sign('sha256', Buffer.concat([authenticatorData, hashed]), privateKey);
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
        clientExtensionResults: {},
      };
    },
  };
}

/** An EC2 key of COSE (RFC 9052, 7.1): kty 2, alg -7 (ES256), crv 1 (P-256), x, y. */
function coseOf(x: string, y: string): Buffer {
  const coordinate = (label: number, value: string) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
    coordinate(0x21, x),
    coordinate(0x22, y),
  ]);
}
