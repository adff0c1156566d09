import type { Arriving, Gateway } from './gateway.ts';
import { accountOf, record } from './gateway.ts';
import { hash, hashed } from './hash.ts';
import { sandboxAccount } from './sandbox-account.ts';
import { KINDS, type Kind, markOf } from './schedule.ts';
import type { Code } from './tally.ts';

/** One line of the ledger: a batch with its decisions, an account's new settings, a hand-written reply, or callbacks answered. */
type Line = {
  at: number;
  account: string;
  via?: 'http' | 'smtp';
  codes?: string;
  batch?: { messages: Arriving[] };
  settings?: unknown;
  reply?: WrittenReply;
};

/** A reply that somebody typed at `/sandbox`. */
export type WrittenReply = { key: string; run: string; from: string; to: string; text: string; subject?: string };

const TOLD = Buffer.from('{"told":');

/** Puts a gateway back where its ledger left it; reads the ledger twice, first for what was told. */
export function replay(gateway: Gateway, read: (onLine: (line: Buffer) => void) => void): void {
  const told = createBits();
  read((line) => {
    if (!startsWith(line, TOLD)) return;
    const { told: marks, run } = JSON.parse(line.toString()) as { told: number[]; run: string };
    for (const mark of marks) {
      told.add(Math.floor(mark / 4));
      gateway.tally.told(run, KINDS[mark % 4] as Kind);
    }
  });
  read((line) => {
    if (!startsWith(line, TOLD)) again(gateway, JSON.parse(line.toString()) as Line, told.has);
  });
}

/** Schedules a typed reply; the sequence number makes its id. */
export function recordReply(gateway: Gateway, account: string, reply: WrittenReply, at: number, told = false): void {
  const sequence = gateway.sequence++;
  gateway.recent.push({
    key: `${reply.key}-${sequence}`,
    about: '',
    account,
    channel: reply.from.includes('@') ? 'email' : 'sms',
    direction: 'in',
    from: reply.from,
    to: reply.to,
    text: reply.text,
    at,
  });
  if (told) return;
  const { from, to, text, subject } = reply;
  gateway.schedule.add(account, reply.run, at, reply.key, markOf(sequence, 0, 'reply'), { from, to, text, subject });
}

function again(gateway: Gateway, line: Line, told: (event: number) => boolean): void {
  if (line.settings) {
    gateway.accounts.set(line.account, sandboxAccount.parse(line.settings));
  } else if (line.reply) {
    recordReply(gateway, line.account, line.reply, line.at, told(gateway.sequence * 4));
  } else if (line.batch && line.codes) {
    const account = accountOf(gateway, line.account, line.via ?? 'http');
    for (let i = 0; i < line.codes.length; i++) {
      const code = line.codes[i] as Code;
      if (code === 'm') {
        gateway.sequence++;
        continue;
      }
      const message = line.batch.messages[i] as Arriving;
      const first = gateway.sequence * 4;
      hash(message.key);
      const { high, low } = hashed;
      record(gateway, line.account, account, message, code, high, low, line.at, (index) => told(first + index));
    }
  }
}

const startsWith = (line: Buffer, start: Buffer): boolean => line.subarray(0, start.length).equals(start);

function createBits(): { add(n: number): void; has(n: number): boolean } {
  let bytes = new Uint8Array(1 << 16);
  return {
    add(n) {
      const place = Math.floor(n / 8);
      if (place >= bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, place + 1));
        larger.set(bytes);
        bytes = larger;
      }
      bytes[place] = (bytes[place] as number) | (1 << (n % 8));
    },
    has: (n) => ((bytes[Math.floor(n / 8)] ?? 0) & (1 << (n % 8))) !== 0,
  };
}
