import { Pool } from 'undici';
import { sign } from '../signature.ts';
import type { Gateway } from './gateway.ts';
import { bounceMail, replyMail } from './mails.ts';
import { type Bucket, kindOf, type Schedule, SLOT_MS } from './schedule.ts';

/** Tells Cauce what happened to messages: batches of at most 500, gathered for at most 100 ms, tried until answered with 2xx. */
export type Callbacks = {
  /** Collects what has fallen due and sends what is ready. */
  tick(now: number): void;
  /** Sends an account's due events at once; resolves when they were told, or after `patienceMs`. */
  flush(account: string, patienceMs: number): Promise<void>;
  close(): Promise<void>;
};

type Slice = { bucket: Bucket; from: number; to: number };
type Queue = { slices: Slice[]; waiting: number; since: number; underWay: number; failures: number; restUntil: number };

const BATCH = 500;
const LINGER_MS = 60;
const AT_ONCE = 4;
const LONGEST_REST_MS = 5_000;

/** Starts with nothing under way; `callbackUrl` is used for accounts without their own. */
export function createCallbacks(gateway: Gateway, callbackUrl: string, secret: string): Callbacks {
  const queues = new Map<string, Queue>();
  const pools = new Map<string, Pool>();
  let schedule: Schedule = gateway.schedule;

  function collect(now: number): void {
    if (schedule !== gateway.schedule) {
      // The gateway was reset: what is still queued belongs to messages it has forgotten.
      queues.clear();
      schedule = gateway.schedule;
    }
    for (const bucket of schedule.due(now)) {
      const queue = queueOf(bucket.lane.account);
      if (queue.waiting === 0) queue.since = now;
      queue.slices.push({ bucket, from: 0, to: bucket.keys.length });
      queue.waiting += bucket.keys.length;
    }
  }

  function pump(account: string, queue: Queue, now: number, lingerMs: number): void {
    while (queue.waiting > 0 && queue.underWay < AT_ONCE && now >= queue.restUntil) {
      if (queue.waiting < BATCH && now - queue.since < lingerMs) return;
      void deliver(account, queue, takeBatch(queue));
      queue.since = now;
    }
  }

  async function deliver(account: string, queue: Queue, slices: Slice[]): Promise<void> {
    const from = schedule;
    queue.underWay++;
    const told = await post(account, slices);
    queue.underWay--;
    if (from !== gateway.schedule) return;
    if (told) {
      queue.failures = 0;
      queue.restUntil = 0;
      for (const slice of slices) note(slice);
      return;
    }
    queue.slices.unshift(...slices);
    queue.waiting += slices.reduce((sum, { from, to }) => sum + to - from, 0);
    queue.restUntil = Date.now() + Math.min(LONGEST_REST_MS, 100 * 2 ** queue.failures++);
  }

  function note({ bucket, from, to }: Slice): void {
    const marks = bucket.marks.slice(from, to);
    const { run } = bucket.lane;
    gateway.ledger.append(`{"told":[${marks.join()}],"run":${JSON.stringify(run)}}`);
    schedule.told(bucket, marks.length);
    for (const mark of marks) gateway.tally.told(run, kindOf(mark));
  }

  async function post(account: string, slices: Slice[]): Promise<boolean> {
    const settings = gateway.accounts.get(account);
    const url = new URL(`${settings?.callbackUrl ?? callbackUrl}/${encodeURIComponent(account)}`);
    const asMail = settings?.via === 'smtp';
    try {
      const { json, mails } = render(slices, asMail);
      if (json !== '' && !(await send(url, 'application/json', json))) return false;
      for (const mail of mails) if (!(await send(url, 'message/rfc822', mail))) return false;
      return true;
    } catch {
      return false;
    }
  }

  async function send(url: URL, type: string, body: string): Promise<boolean> {
    const headers = { 'content-type': type, ...sign(body, secret, Date.now()) };
    const path = url.pathname + url.search;
    const response = await poolOf(url.origin).request({ method: 'POST', path, headers, body });
    await response.body.dump();
    return response.statusCode >= 200 && response.statusCode < 300;
  }

  function poolOf(origin: string): Pool {
    let pool = pools.get(origin);
    if (!pool) {
      pool = new Pool(origin, { connections: AT_ONCE * 2, headersTimeout: 30_000, bodyTimeout: 30_000 });
      pools.set(origin, pool);
    }
    return pool;
  }

  function queueOf(account: string): Queue {
    let queue = queues.get(account);
    if (!queue) {
      queue = { slices: [], waiting: 0, since: 0, underWay: 0, failures: 0, restUntil: 0 };
      queues.set(account, queue);
    }
    return queue;
  }

  return {
    tick(now) {
      collect(now);
      for (const [account, queue] of queues) pump(account, queue, now, LINGER_MS);
    },
    async flush(account, patienceMs) {
      const until = Date.now() + patienceMs;
      // What is due now lies in the slot that is just beginning.
      collect(Date.now() + SLOT_MS);
      const queue = queueOf(account);
      do {
        pump(account, queue, Date.now(), 0);
        await new Promise((resolve) => setTimeout(resolve, 5));
      } while (queue.waiting + queue.underWay > 0 && Date.now() < until);
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

function takeBatch(queue: Queue): Slice[] {
  const slices: Slice[] = [];
  let room = BATCH;
  while (room > 0 && queue.slices.length > 0) {
    const first = queue.slices[0] as Slice;
    const to = Math.min(first.to, first.from + room);
    slices.push({ bucket: first.bucket, from: first.from, to });
    room -= to - first.from;
    queue.waiting -= to - first.from;
    if (to === first.to) queue.slices.shift();
    else first.from = to;
  }
  return slices;
}

function render(slices: Slice[], asMail: boolean): { json: string; mails: string[] } {
  let receipts = '';
  const replies: object[] = [];
  const mails: string[] = [];
  for (const { bucket, from, to } of slices) {
    const { keys, marks, details, at } = bucket;
    for (let i = from; i < to; i++) {
      const key = keys[i] as string;
      const mark = marks[i] as number;
      const kind = kindOf(mark);
      const detail = details.get(mark);
      if (kind === 'reply' && detail) {
        if (asMail) mails.push(replyMail(key, mark, detail, at));
        else
          replies.push({
            id: `${key}-${mark}`,
            from: detail.from,
            to: detail.to,
            text: detail.text,
            at,
            reference: key,
          });
      } else if (kind === 'failed' && asMail && detail) {
        mails.push(bounceMail(key, detail, at));
      } else {
        const code = kind === 'failed' ? ',"code":"unreachable"' : '';
        receipts += `${receipts === '' ? '' : ','}{"key":${JSON.stringify(key)},"status":"${kind}"${code},"at":${at}}`;
      }
    }
  }
  const json =
    receipts === '' && replies.length === 0 ? '' : `{"receipts":[${receipts}],"replies":${JSON.stringify(replies)}}`;
  return { json, mails };
}
