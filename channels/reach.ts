import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Who a call may reach: `live` only public addresses over https, `sandbox` only this machine. */
export type Reach = 'live' | 'sandbox';

/** Whether an address, as it was resolved, may be reached: names are no protection, for they resolve to anything. */
export function mayReach(address: string, reach: Reach): boolean {
  if (!ipaddr.isValid(address)) return false;
  // IPv4 hidden in IPv6 (::ffff:10.0.0.1) is looked at as IPv4.
  const range = ipaddr.process(address).range();
  return range === (reach === 'sandbox' ? 'loopback' : 'unicast');
}

/** Why this address must not be called at all, before anything is resolved; undefined when it may be tried. */
export function refusedUrl(url: URL, reach: Reach): string | undefined {
  if (url.protocol !== 'https:' && !(reach === 'sandbox' && url.protocol === 'http:')) return 'not-https';
  if (url.username !== '' || url.password !== '') return 'credentials-in-address';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never resolved, so the lookup below does not see it.
  return isIP(host) !== 0 && !mayReach(host, reach) ? 'forbidden-address' : undefined;
}
