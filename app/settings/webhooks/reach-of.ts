import { isDemonstration } from '../../demonstration.ts';

/**
 * Who a webhook with this address may reach. A demonstration has nobody outside to tell: there, and there only, an address
 * of this machine is let through, and nothing else is.
 */
export function reachOf(url: string): 'live' | 'sandbox' {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return isDemonstration() && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host) ? 'sandbox' : 'live';
}
