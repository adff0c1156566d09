import { AsyncLocalStorage } from 'node:async_hooks';
import { APIError } from 'better-auth/api';
import { type ClaimedRole, replaceClaimedRoles } from '#drizzle/queries/claimed-roles.ts';
import { database } from '../database.ts';

/**
 * The roles that a provider's claims give to whoever is coming back from it. better-auth hands the claims to one function
 * and asks another before it opens the session; between the two they are kept here, for that request alone.
 */
const coming = new AsyncLocalStorage<{ roles: ClaimedRole[] }>();

/** Does the work of one way back, with nothing claimed yet. */
export const comingBack = <T>(work: () => Promise<T>) => coming.run({ roles: [] }, work);

export function claimRoles(roles: ClaimedRole[]): void {
  const store = coming.getStore();
  if (store) store.roles = roles;
}

export const claimedRoles = () => coming.getStore()?.roles ?? [];

/** Gives an official the roles claimed and takes away those that were claimed before and no longer are; refuses whoever has none left. */
export async function keepClaimedRoles(officialId: string): Promise<void> {
  const left = await replaceClaimedRoles(database(), officialId, claimedRoles());
  if (left === 0) throw new APIError('FORBIDDEN', { code: 'NO_ROLE' });
}
