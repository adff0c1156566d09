import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { challengeOf } from '#engine/office/content-hash.ts';
import type { RelyingParty } from '#relying-party';

const base64url = z.string().regex(/^[\w-]{1,20000}$/);

/** What a browser hands over when a key has signed (WebAuthn, `AuthenticationResponseJSON`). */
export const assertionSchema = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.object({}).default({}),
});
export type Assertion = z.infer<typeof assertionSchema>;

/** A key as `passkey` holds it: its public part (COSE, base64) and how often it has signed. */
export type Key = { credentialId: string; publicKey: string; counter: number };

/**
 * Whether a key signed exactly this hash, on a page of ours, with its holder having proved to be there (user verification);
 * then how often the key has signed. A counter that does not rise is a key that was copied.
 */
export async function verifyAssertion(
  assertion: Assertion,
  { hash, key, party }: { hash: string; key: Key; party: Pick<RelyingParty, 'id' | 'origins'> },
): Promise<{ ok: true; counter: number } | { ok: false }> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: asResponse(assertion),
      expectedChallenge: challengeOf(hash),
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64')),
        counter: key.counter,
      },
    });
    return verified ? { ok: true, counter: authenticationInfo.newCounter } : { ok: false };
  } catch {
    // Whatever is wrong with it, it is no signature; which part of it is nothing to tell whoever made it.
    return { ok: false };
  }
}

// Its type tells optional from undefined, which JSON does not.
function asResponse({ authenticatorAttachment, response: { userHandle, ...response }, ...rest }: Assertion) {
  return {
    ...rest,
    ...(authenticatorAttachment && { authenticatorAttachment }),
    response: { ...response, ...(userHandle && { userHandle }) },
  };
}
