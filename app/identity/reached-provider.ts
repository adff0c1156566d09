import { identity, reopenIdentity } from './identity.ts';

/**
 * better-auth asks the provider for its description once, when it opens: if it was away then, it is asked again now.
 * Undefined while it does not answer.
 */
export async function reachedProvider(): Promise<ReturnType<typeof identity> | undefined> {
  for (const open of [identity, reopenIdentity]) {
    const known = open();
    const { socialProviders } = await known.$context;
    if (socialProviders.some(({ id }) => id === 'oidc')) return known;
  }
  return undefined;
}
