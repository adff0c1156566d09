import { comingBack } from '#app/identity/claimed-roles.ts';
import { reachedProvider } from '#app/identity/reached-provider.ts';
import { answering } from '../../../answering.ts';
import { refuse } from '../../../refuse.ts';

export const dynamic = 'force-dynamic';

/** The way back from the identity provider: the state that we sent along, the code and the token are looked at by better-auth. */
export function GET(request: Request): Promise<Response> {
  return answering(request, async () => {
    const known = await reachedProvider();
    if (!known) return refuse(request, { status: 404, code: 'unknown-address' });
    return comingBack(() => known.handler(request));
  });
}
