'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { act } from '../act.ts';
import { attempt } from '../identity/attempt.ts';
import { reachedProvider } from '../identity/reached-provider.ts';
import { wayBack } from './way-back.ts';

/** Leads to the identity provider, whence one comes back to /api/identity/callback/oidc. */
export const byProvider = act('session.by-provider', async (_, form: FormData) => {
  const body = {
    provider: 'oidc',
    callbackURL: wayBack(form.get('to')),
    errorCallbackURL: '/sign-in',
    disableRedirect: true,
  };
  const known = await reachedProvider();
  const asked = await headers();
  const leading = known && (await attempt(() => known.api.signInSocial({ body, headers: asked })));
  redirect((leading?.ok && leading.value.url) || '/sign-in?error=PROVIDER_AWAY');
});
