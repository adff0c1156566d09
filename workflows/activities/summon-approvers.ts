import type { Outcome, Outgoing } from '#channels/channel.ts';
import { adapterOf } from '#channels/index.ts';
import type { Database } from '#drizzle/database.ts';
import { accountOf } from '#drizzle/queries/account-of.ts';
import { queuedSummons, recordSummons, type Summons } from '#drizzle/requests/queued-summons.ts';
import { pickLocale } from '#locales/locale.ts';
import { translator } from '#locales/translator.ts';
import { relyingParty } from '#relying-party';
import { connectionOf } from './connection-of.ts';

const lanes = ['emergency', 'service', 'bulk'] as const;

/**
 * Hands over the calls of a request that wait, on the lane of what is asked for; false when some are to be tried again.
 * They go by the accounts that everybody's messages go by, under a key each, so that repeating this calls nobody twice.
 */
export async function summonApprovers(database: Database, requestId: string): Promise<boolean> {
  const calls = await queuedSummons(database, requestId);
  let done = true;
  for (const accountId of new Set(calls.map((call) => call.accountId))) {
    const own = calls.filter((call) => call.accountId === accountId);
    const handed = await handOver(database, requestId, accountId, own);
    await recordSummons(database, handed);
    done &&= handed.every(({ result }) => result !== 'again');
  }
  return done;
}

type Handed = { id: string; result: 'accepted' | 'failed' | 'again'; reason?: string };

async function handOver(database: Database, requestId: string, accountId: number, calls: Summons[]): Promise<Handed[]> {
  const account = await accountOf(database, accountId);
  const adapter = account && adapterOf(account.adapter);
  if (!account || !adapter) return calls.map(({ id }) => ({ id, result: 'failed', reason: 'no-account' }));
  const reachable = calls.filter((call) => call.address !== null);
  const gone = calls
    .filter((call) => call.address === null)
    .map(({ id }) => ({ id, result: 'failed', reason: 'no-address' }) as const);
  const batch = reachable.map(
    (call): Outgoing => ({
      key: call.id,
      about: `${requestId}/${call.officialId}/summons/${call.call}/${call.channel}`,
      channel: call.channel,
      to: call.address ?? '',
      language: pickLocale(call.locale ?? undefined, null),
      lane: lanes[call.lane] ?? 'service',
      class: call.lane === 0 ? 'emergency' : 'service',
      ...(account.sender === null ? {} : { from: account.sender }),
      ...wordsOf(requestId, call),
    }),
  );
  const outcomes = batch.length > 0 ? await connectionOf(adapter, account).hand(batch) : [];
  return [...gone, ...outcomes.map(asHanded)];
}

/** Only the mail has a link: an SMS with one looks like those we warn of, and nobody can click on a voice. */
function wordsOf(requestId: string, call: Summons): { subject?: string; text: string } {
  const t = translator(pickLocale(call.locale ?? undefined, null));
  const time = new Intl.DateTimeFormat(t.locale, { timeStyle: 'short', timeZone: 'Europe/Madrid' });
  const values = {
    unit: call.unit,
    title: call.title,
    author: call.author,
    n: call.people ?? 0,
    lane: call.lane === 0 ? 'emergency' : 'other',
    until: time.format(new Date(call.lapsesAt)),
    address: `${relyingParty().address}/requests/${requestId}`,
  };
  const text = t(`summons.${call.channel}`, values);
  return call.channel === 'email' ? { subject: t('summons.subject', values), text } : { text };
}

function asHanded(outcome: Outcome): Handed {
  if (outcome.status === 'accepted') return { id: outcome.key, result: 'accepted' };
  return { id: outcome.key, result: outcome.kind === 'permanent' ? 'failed' : 'again', reason: outcome.code };
}
