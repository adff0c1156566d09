import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, Lane, Outcome, Outgoing } from '#channels/channel.ts';
import { adapterOf } from '#channels/index.ts';
import { noteTrouble } from '#drizzle/crowd/account-trouble.ts';
import { type Claimed, type ClaimedMessage, claim, type Place } from '#drizzle/crowd/claim.ts';
import { leaseTokens } from '#drizzle/crowd/lease-tokens.ts';
import { type Handed, record } from '#drizzle/crowd/record.ts';
import type { Database } from '#drizzle/database.ts';
import { type AccountRow, accountOf } from '#drizzle/queries/account-of.ts';
import { nextPending } from '#drizzle/queries/next-pending.ts';
import { connectionOf } from './connection-of.ts';
import { changed, lastLook, type Unwanted } from './last-look.ts';
import { textsOf } from './texts.ts';

/** `down`: its provider failed for so long that this set the account down. */
export type Drained = { handed: number; nextAt: number | null; down?: boolean };
export type DrainOptions = { signal?: AbortSignal; beat?: () => void };

/**
 * Claims in flight at once: while one is at the provider, which it keeps busy, the other is recorded and the next is made. A
 * third took processor time from whoever enrols, and won nothing.
 */
const inFlight = 2;

/**
 * Empties an account: claims, writes, hands over and records until a pass from the beginning finds nothing. No database
 * connection is held while the provider answers. `nextAt` (epoch ms) is when it is worth looking again: the next held
 * message, or a while after a provider that does not answer.
 */
export async function drain(
  database: Database,
  accountId: number,
  { signal, beat }: DrainOptions = {},
): Promise<Drained> {
  const account = await accountOf(database, accountId);
  const adapter = account && adapterOf(account.adapter);
  if (!account || !adapter || account.status !== 'active') return { handed: 0, nextAt: null };
  const connection = connectionOf(adapter, account);
  let handed = 0;
  let errors = 0;
  let backOffMs = 0;
  const pass = new Map<string, Place>();
  let failure: unknown;
  const idle = Array.from({ length: account.rate === null ? inFlight : 1 }, (_, line) => line);
  const lines = new Set<Promise<void>>();
  let working = 0;
  // Whoever finds something has another one look beside it: a queue that was short a moment ago may be long by now.
  const begin = () => {
    const line = idle.pop();
    if (line === undefined) return;
    working += 1;
    const ended = work(line)
      .catch((error) => (failure ??= error))
      .finally(() => lines.delete(ended));
    lines.add(ended);
  };
  const work = async (line: number) => {
    try {
      for (;;) {
        if (signal?.aborted || backOffMs > 0 || failure !== undefined) return;
        beat?.();
        const limit = await allowance(database, account, adapter.limits);
        if (limit === 0) {
          await sleep(100, signal);
          continue;
        }
        const begun = pass.size > 0;
        const claimedAt = Date.now();
        const claimed = await claim(database, account.id, {
          limit,
          pass,
          channel: account.channel,
          accountMode: account.mode,
          factsOf: (plan) => textsOf(plan, account.channel).facts,
        });
        if (!claimed) {
          // The last one at work ends only after a pass from the beginning finds nothing: rows may have come in before
          // where this pass stood.
          if (!begun || working > 1) return;
          pass.clear();
          continue;
        }
        begin();
        const results = await handOver(claimed, account, connection, {
          ...adapter.limits,
          unwanted: lastLook(database, claimed, account.channel, claimedAt),
        });
        await record(database, claimed, account.channel, results, account.id * 4 + line);
        const accepted = results.filter(({ result }) => result === 'accepted').length;
        handed += accepted;
        const again = results.filter((one) => one.result === 'again' && one.reason !== changed).length;
        errors += again;
        if (accepted === 0 && again > 0) backOffMs = 2_000;
      }
    } finally {
      working -= 1;
      idle.push(line);
    }
  };
  begin();
  while (lines.size > 0) await Promise.all(lines);
  if (failure !== undefined) throw failure;
  const news = errors > 0 || (account.failures > 0 && handed > 0);
  if (news && (await noteTrouble(database, accountId, { accepted: handed > 0, errors })))
    return { handed, nextAt: null, down: true };
  signal?.throwIfAborted();
  if (backOffMs > 0) return { handed, nextAt: Date.now() + backOffMs };
  return { handed, nextAt: await nextPending(database, accountId) };
}

type Limits = { batch: number; concurrency: number; keysHoldMs: number };

/** How many to claim: several batches, or what the rate allows in this second. */
async function allowance(database: Database, account: AccountRow, limits: Limits): Promise<number> {
  const wanted = Math.max(500, Math.min(2_000, limits.batch * 4));
  return account.rate === null ? wanted : leaseTokens(database, account.id, Math.min(wanted, account.rate));
}

async function handOver(
  claimed: Claimed,
  account: AccountRow,
  connection: Connection,
  limits: Limits & { unwanted: Unwanted },
): Promise<Handed[]> {
  const texts = textsOf(claimed.plan, account.channel);
  const refused: Handed[] = [];
  const ready: Outgoing[] = [];
  for (const message of claimed.messages) {
    const written = texts.write(message);
    if (written.ok) ready.push(outgoing(claimed, account, message, written));
    else refused.push({ id: message.id, result: 'refused', reason: written.reason });
  }
  const batches: Outgoing[][] = [];
  for (let i = 0; i < ready.length; i += limits.batch) batches.push(ready.slice(i, i + limits.batch));
  const holds = limits.keysHoldMs > 0 || claimed.lane === 0;
  const handed = await inTurns(batches, limits.concurrency, async (batch): Promise<Handed[]> => {
    const unwanted = await limits.unwanted();
    const wanted = unwanted.size === 0 ? batch : batch.filter(({ key }) => !unwanted.has(key));
    const outcomes = wanted.length === 0 ? [] : await connection.hand(wanted);
    const back = batch.filter(({ key }) => unwanted.has(key));
    return [
      ...outcomes.map((outcome) => asHanded(outcome, holds)),
      ...back.map(({ key }): Handed => ({ id: key, result: 'again', reason: changed, afterMs: 1_000 })),
    ];
  });
  return [...refused, ...handed.flat()];
}

const lanes: readonly Lane[] = ['emergency', 'service', 'bulk'];

function outgoing(
  claimed: Claimed,
  account: AccountRow,
  message: ClaimedMessage,
  written: { subject?: string; body: string; html?: string },
): Outgoing {
  const { id, citizenId, node, visit, rung, address, language } = message;
  return {
    key: id,
    about: `${claimed.runId}/${citizenId}/${node}/${visit}/${rung}`,
    channel: account.channel as Outgoing['channel'], // accounts are made for the channels of engine/journey.ts only
    to: address,
    text: written.body,
    language,
    lane: lanes[claimed.lane] ?? 'service',
    class: message.class,
    ...(account.sender === null ? {} : { from: account.sender }),
    ...(written.subject === undefined ? {} : { subject: written.subject }),
    ...(written.html === undefined ? {} : { html: written.html }),
  };
}

function asHanded(outcome: Outcome, mayRepeat: boolean): Handed {
  if (outcome.status === 'accepted')
    return {
      id: outcome.key,
      result: 'accepted',
      ...(outcome.reference === undefined ? {} : { reference: outcome.reference }),
    };
  const { key: id, kind, code: reason, retryAfterMs } = outcome;
  if (kind === 'permanent') return { id, result: 'refused', reason };
  if (kind === 'uncertain' && !mayRepeat) return { id, result: 'uncertain', reason };
  return { id, result: 'again', reason, afterMs: retryAfterMs ?? (kind === 'uncertain' ? 1_000 : 3_000) };
}

/** Runs `work` over the items, at most `most` at once, results in the items' order. */
async function inTurns<T, R>(items: T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(most, items.length) }, async () => {
      for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!);
    }),
  );
  return results;
}

const sleep = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  pause(ms, undefined, signal && { signal }).catch(() => undefined);
