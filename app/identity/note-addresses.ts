import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { env } from '#env';

/**
 * Writes into every request, as `x-cauce-address`, the address it comes from: the connection's own, or the one that the
 * farthest of our proxies saw. Next offers only X-Forwarded-For, which whoever asks can write themselves.
 */
export function noteAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }; // as Node documents this channel
    request.headers['x-cauce-address'] = addressOf(
      request.headers['x-forwarded-for'],
      request.socket.remoteAddress ?? '',
    );
  });
}

/** The address that `PROXIES` proxies vouch for. Each adds at the end whom it heard from; what stands before is hearsay. */
export function addressOf(
  forwarded: string | string[] | undefined,
  connection: string,
  proxies = env().PROXIES,
): string {
  const told = [forwarded ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  return (proxies === 0 ? undefined : told.at(-proxies)) ?? connection;
}
