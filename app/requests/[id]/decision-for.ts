import { passkeysFor } from '#drizzle/queries/passkeys.ts';
import type { RequestStory } from '#drizzle/requests/request-story.ts';
import { challengeOf } from '#engine/office/content-hash.ts';
import { moveRequest } from '#engine/office/request.ts';
import { relyingParty } from '#relying-party';
import { database } from '../../database.ts';
import type { Official } from '../../official.ts';
import { personOf } from '../../person-of.ts';

/** What this official can do with a request, and what keeps them from signing it. */
export type DecisionProps = {
  id: string;
  hash: string | null;
  /** The options of the browser's own window; null: they cannot sign. */
  sign: SignOptions | null;
  why: 'own-request' | 'no-key' | null;
  canReturn: boolean;
  canWithdraw: boolean;
  canAskAgain: boolean;
};
export type SignOptions = {
  challenge: string;
  rpId: string;
  userVerification: 'required';
  allowCredentials: { id: string; type: 'public-key' }[];
};

/** The buttons that stand at the thumb, for this official and this request. */
export async function decisionFor(official: Official, { request }: RequestStory): Promise<DecisionProps> {
  const by = personOf(official);
  const able = (act: 'approve' | 'return' | 'withdraw' | 'ask', reason = '') =>
    moveRequest({ ...request, unitId: request.unitId }, act, by, reason);
  const approve = able('approve');
  const keys = approve.ok ? await passkeysFor(database(), official.id) : [];
  const own = !approve.ok && approve.problems.length === 1 && approve.problems[0]?.code === 'own-request';
  return {
    id: request.id,
    hash: request.hash,
    sign:
      approve.ok && request.hash && keys.length > 0
        ? {
            challenge: challengeOf(request.hash),
            rpId: relyingParty().id,
            userVerification: 'required',
            allowCredentials: keys.map((id) => ({ id, type: 'public-key' })),
          }
        : null,
    why: own ? 'own-request' : approve.ok && keys.length === 0 ? 'no-key' : null,
    canReturn: able('return', 'porque').ok,
    canWithdraw: able('withdraw').ok && request.writers.includes(official.id),
    canAskAgain: request.status === 'returned' && able('ask').ok && request.what === 'launch',
  };
}
