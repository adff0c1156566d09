import { APIError } from 'better-auth/api';

/** A key counts when it has looked at its holder (finger, face or PIN): then it is two factors in one. */
export async function userVerified(info: { userVerified: boolean } | undefined): Promise<void> {
  if (!info?.userVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
}
