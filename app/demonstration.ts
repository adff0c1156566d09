import { env } from '#env';

/**
 * Whether this is the demonstration: `npm start` filled its own database with invented people and only this machine can
 * reach the web. Nowhere else do its officials exist, whatever a database holds.
 */
export function isDemonstration(): boolean {
  const { CAUCE_DEMONSTRATION, HOST, PUBLIC_URL } = env();
  const loopback = HOST === 'localhost' || HOST === '::1' || HOST.startsWith('127.');
  return CAUCE_DEMONSTRATION && loopback && PUBLIC_URL === undefined;
}
