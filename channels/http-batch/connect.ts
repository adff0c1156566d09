import { Pool } from 'undici';
import type { Account, Connection, Outcome, Outgoing } from '../channel.ts';
import { secretsOf } from '../signature.ts';
import { allFailed, classifyError, classifyStatus } from './classify.ts';
import type { Settings } from './http-batch.ts';
import { readResults } from './read-results.ts';

/** Opens a kept-alive pool to the provider; a batch larger than the account's `batch` is split and handed `concurrency` at a time. */
export function connect(account: Account<Settings>): Connection {
  const { url, batch: size, concurrency, timeoutMs } = account.settings;
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: concurrency,
    connect: { timeout: Math.min(timeoutMs, 5_000) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 30_000,
  });
  const path = `${pathname.replace(/\/$/, '')}/v1/messages`;
  const headers = {
    authorization: `Bearer ${secretsOf(account.secret)[0] ?? ''}`,
    'content-type': 'application/json',
    'cauce-account': account.id,
  };

  async function post(batch: readonly Outgoing[]): Promise<Outcome[]> {
    try {
      const response = await pool.request({ method: 'POST', path, headers, body: bodyOf(batch, account.mode) });
      const text = await response.body.text();
      if (response.statusCode === 200) return readResults(batch, text);
      if (batch.length > 1 && blamesAMessage(response.statusCode)) return await halves(batch);
      return allFailed(batch, classifyStatus(response.statusCode, response.headers['retry-after'], Date.now()));
    } catch (error) {
      return allFailed(batch, classifyError(error));
    }
  }

  // The provider refused the whole for something in one message: the rest must not pay for it.
  async function halves(batch: readonly Outgoing[]): Promise<Outcome[]> {
    const middle = batch.length >> 1;
    const first = await post(batch.slice(0, middle));
    return first.concat(await post(batch.slice(middle)));
  }

  return {
    hand: (batch) => (batch.length <= size ? post(batch) : inPieces(batch, size, concurrency, post)),
    close: () => pool.close(),
  };
}

async function inPieces(
  batch: readonly Outgoing[],
  size: number,
  concurrency: number,
  post: (piece: readonly Outgoing[]) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  async function work(): Promise<void> {
    while (next < batch.length) {
      const start = next;
      next += size;
      const answered = await post(batch.slice(start, start + size));
      for (let i = 0; i < answered.length; i++) outcomes[start + i] = answered[i] as Outcome;
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, Math.ceil(batch.length / size)) }, work));
  return outcomes;
}

const blamesAMessage = (status: number): boolean => status === 400 || status === 413 || status === 422;

function bodyOf(batch: readonly Outgoing[], mode: 'live' | 'sandbox'): string {
  // `about` is for the sandbox's ledger; a provider has no need of it.
  if (mode === 'sandbox') return `{"messages":${JSON.stringify(batch)}}`;
  return `{"messages":${JSON.stringify(batch, (name, value: unknown) => (name === 'about' ? undefined : value))}}`;
}
