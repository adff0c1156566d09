import { env } from '#env';

/** Where officials open Cauce, as keys (WebAuthn), cookies, redirects and the defence against forged requests see it. */
export type RelyingParty = {
  /** The domain that keys are bound to. */
  id: string;
  name: string;
  /** The address officials open, without a slash at its end. */
  address: string;
  /** Every origin that is ours: on loopback also the number, where keys do not work (WebAuthn wants a domain). */
  origins: string[];
  /** Whether that address is TLS. */
  secure: boolean;
};

export function relyingParty(): RelyingParty {
  const { PUBLIC_URL, PORT } = env();
  const url = new URL(PUBLIC_URL ?? `http://localhost:${PORT}`);
  const origins = [url.origin];
  if (url.hostname === 'localhost') origins.push(url.origin.replace('localhost', '127.0.0.1'));
  return { id: url.hostname, name: 'Cauce', address: url.origin, origins, secure: url.protocol === 'https:' };
}
