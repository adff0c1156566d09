/** A message as a phone or mailbox shows it; `raw` is the whole mail as received. */
export type Shown = {
  key: string;
  about: string;
  account: string;
  channel: string;
  direction: 'in' | 'out';
  to: string;
  from: string;
  subject?: string;
  text: string;
  language?: string;
  raw?: string;
  at: number;
};

/** The last messages written to and from one address. */
export type Thread = { address: string; count: number; last: Shown };

export type Recent = {
  push(message: Shown): void;
  /** Addresses of one kind, the newest message first, with how many messages are remembered of each. */
  threads(
    kind: 'phone' | 'mailbox',
    search: string,
    offset: number,
    limit: number,
  ): { total: number; threads: Thread[] };
  /** Messages of one address, oldest first. */
  thread(address: string): Shown[];
  clear(): void;
};

/** Remembers the last messages only: the ledger on disk has them all. */
export function createRecent(capacity = 20_000): Recent {
  let ring: Shown[] = [];
  let next = 0;

  function* newestFirst(): Generator<Shown> {
    for (let i = 1; i <= ring.length; i++) yield ring[(next - i + ring.length) % ring.length] as Shown;
  }

  return {
    push(message) {
      if (ring.length < capacity) ring.push(message);
      else ring[next] = message;
      next = (next + 1) % capacity;
    },
    threads(kind, search, offset, limit) {
      const byAddress = new Map<string, Thread>();
      const wanted = search.toLowerCase();
      for (const message of newestFirst()) {
        const address = citizenOf(message);
        if (address.includes('@') !== (kind === 'mailbox')) continue;
        const thread = byAddress.get(address);
        if (thread) thread.count++;
        else if (matches(message, address, wanted)) byAddress.set(address, { address, count: 1, last: message });
      }
      const all = [...byAddress.values()];
      return { total: all.length, threads: all.slice(offset, offset + limit) };
    },
    thread: (address) => [...newestFirst()].filter((message) => citizenOf(message) === address).reverse(),
    clear() {
      ring = [];
      next = 0;
    },
  };
}

const citizenOf = (message: Shown): string => (message.direction === 'out' ? message.to : message.from);

const matches = (message: Shown, address: string, wanted: string): boolean =>
  wanted === '' || address.toLowerCase().includes(wanted) || message.text.toLowerCase().includes(wanted);
