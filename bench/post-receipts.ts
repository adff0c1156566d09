import { Pool } from 'undici';
import { sign } from '#channels/signature.ts';
import type { World } from './world.ts';

export type SentReceipt = { key: string; status: 'delivered' | 'read' | 'failed'; at?: number };
/** A provider that tells receipts: signed callbacks to the web, answered when they are committed. */
export type Teller = { tell: (receipts: readonly SentReceipt[]) => Promise<number>; close: () => Promise<void> };

/** Opens `connections` ways to the receipt door of one account; `tell` posts one callback (at most 1,000) and gives its status. */
export function openTeller(world: World, accountId: number, connections: number): Teller {
  const pool = new Pool(world.webUrl, { connections, headersTimeout: 60_000, bodyTimeout: 60_000 });
  const path = `/api/receipts/${accountId}`;
  return {
    tell: async (receipts) => {
      const now = Date.now();
      const body = JSON.stringify({ receipts: receipts.map((receipt) => ({ at: now, ...receipt })) });
      const headers = { 'content-type': 'application/json', ...sign(body, world.sandboxSecret, now) };
      const answer = await pool.request({ method: 'POST', path, headers, body });
      await answer.body.dump();
      return answer.statusCode;
    },
    close: () => pool.close(),
  };
}

/** Cuts a list into pieces of at most `size`. */
export function inPieces<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** Does `work` with every item, `most` at a time. */
export async function allAtMost<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: most }, one));
}
