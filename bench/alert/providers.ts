import { ALL_REACHED, type BenchAccount, NINE_OF_TEN, overHttp, overSmtp } from '../settle.ts';
import type { World } from '../world.ts';
import type { BenchRung } from './journey.ts';

export type Provider = 'batch' | 'single' | 'smtp';
export type Contracts = { accounts: BenchAccount[]; rungs: BenchRung[] };

/** Requests under way at once where each carries one message. */
const singleConcurrency = 32;

/**
 * The accounts and the ladder of one way of handing over: batches of 500, one message per request, or mail by SMTP (then
 * e-mail comes first and SMS second). One of ten on the first rung fails; the second reaches everyone.
 */
export function contracts(world: World, provider: Provider): Contracts {
  const http = provider === 'single' ? overHttp(world, 1, singleConcurrency) : overHttp(world);
  const sms = { slug: 'sms', channel: 'sms', adapter: 'http-batch' as const, settings: http };
  const email = { slug: 'email', channel: 'email', adapter: 'http-batch' as const, settings: http };
  const smtp = { slug: 'email', channel: 'email', adapter: 'smtp' as const, settings: overSmtp(world) };
  const [first, second] = provider === 'smtp' ? [smtp, sms] : [sms, email];
  return {
    accounts: [
      { ...first, profile: NINE_OF_TEN },
      { ...second, profile: ALL_REACHED },
    ],
    rungs: [
      { id: first.slug, channel: first.channel },
      { id: second.slug, channel: second.channel },
    ],
  };
}

export function providerOf(word: string): Provider {
  if (word === 'batch' || word === 'single' || word === 'smtp') return word;
  throw new Error(`--provider ${word}: batch, single or smtp`);
}
