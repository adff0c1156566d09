import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { tryAgain } from '#drizzle/crowd/account-trouble.ts';
import { releaseLeases } from '#drizzle/crowd/release-leases.ts';
import { rerouteMessages } from '#drizzle/crowd/reroute-messages.ts';
import type { Database } from '#drizzle/database.ts';
import { webhooksToWake } from '#drizzle/queries/webhooks-to-wake.ts';
import {
  accountsToWake,
  endpointsToWake,
  eventsWait,
  openRuns,
  partitionsToWake,
  receiptsWait,
  requestsToWake,
  runsToWake,
} from '#drizzle/queries/work-to-wake.ts';
import { look } from '../client.ts';
import type { Log } from '../log.ts';
import { metrics } from '../metrics.ts';
import { type Wake, workflowIdOf } from '../wake.ts';
import { wakeBudget } from '../wake-budget.ts';
import { adapterKeys } from './adapter-keys.ts';
import { tickDrills } from './tick-drills.ts';

export type Relaying = {
  client: Client;
  log: Log;
  busy: ReadonlySet<string>;
  sandboxUrl: string;
  signal: AbortSignal;
};

const tickMs = 400;
/** While a drill is open: each of its stops waits for a tick. */
const drillTickMs = 150;
const leasesEveryMs = 3_000;
/** How often the conductor of an open run is made sure of, work or not. */
const attendanceEveryMs = 10 * 60_000;
/** One activity's life; the workflow starts the next, so its history stays short. */
const lifeMs = 60 * 60_000;

/**
 * Sees in Postgres who has work and wakes them, each at most once per tick and within the budget; moves the drills'
 * clocks; returns leases that ran out. Ids and times only, never anybody's data.
 */
export async function relay(database: Database, { client, log, busy, sandboxUrl, signal }: Relaying): Promise<void> {
  const choose = wakeBudget();
  const attended = new Map<string, number>();
  const began = performance.now();
  let leasesAt = Number.NEGATIVE_INFINITY;
  const tell = (error: unknown, what: string) => {
    if (!signal.aborted) log.warn({ error }, what);
  };
  while (!signal.aborted && performance.now() - began < lifeMs) {
    const tickAt = performance.now();
    let pauseMs = tickMs;
    const attempts: (() => Promise<unknown>)[] = [
      async () => {
        if ((await tickDrills(database, sandboxUrl)) > 0) pauseMs = drillTickMs;
      },
      async () => {
        const wakes = [...(await wakesNow(database, busy, tell)), ...(await absent(database, attended, tickAt))];
        const chosen = choose(wakes, tickAt, busy);
        await Promise.all(chosen.map((wake) => awaken(client, wake, log)));
        for (const { target } of chosen) attended.set(workflowIdOf(target), tickAt);
      },
    ];
    if (tickAt - leasesAt > leasesEveryMs) {
      leasesAt = tickAt;
      attempts.push(
        () => releaseLeases(database, adapterKeys()),
        () => rerouteMessages(database),
        async () => {
          for (const account of await tryAgain(database)) log.info({ account }, 'account tried again');
        },
      );
    }
    for (const attempt of attempts) await attempt().catch((error: unknown) => tell(error, 'relay tick failed'));
    metrics.relayTick.observe((performance.now() - tickAt) / 1_000);
    await sleep(Math.max(50, pauseMs - (performance.now() - tickAt)), undefined, { signal }).catch(() => undefined);
  }
  signal.throwIfAborted();
}

async function wakesNow(
  database: Database,
  busy: ReadonlySet<string>,
  tell: (error: unknown, what: string) => void,
): Promise<Wake[]> {
  const accounts = (asked: Database) => accountWakes(asked, busy);
  const questions = [requestWakes, runWakes, partitionWakes, accounts, endpointWakes, intakeWakes, webhookWakes];
  const wakes: Wake[] = [];
  for (const question of questions) {
    // One question that fails keeps nobody else from being woken.
    const found = await question(database).catch((error: unknown) => tell(error, 'relay question failed'));
    wakes.push(...(found ?? []));
  }
  return wakes;
}

async function requestWakes(database: Database): Promise<Wake[]> {
  const requests = await requestsToWake(database);
  return requests.map(({ requestId, lane, head }) => ({
    kind: 'request',
    lane,
    standing: false,
    head,
    target: { kind: 'request', requestId, lane },
  }));
}

async function runWakes(database: Database): Promise<Wake[]> {
  const runs = await runsToWake(database);
  return runs.map(({ runId, lane, standing }) => ({
    kind: 'run',
    lane,
    standing,
    head: '',
    target: { kind: 'run', runId, lane },
  }));
}

async function partitionWakes(database: Database): Promise<Wake[]> {
  const partitions = await partitionsToWake(database);
  return partitions.map(({ runId, partitionId, k, lane, standing, head, drill }) => ({
    kind: 'partition',
    lane,
    standing,
    head,
    waitedFor: drill,
    target: { kind: 'partition', runId, partitionId, k, lane },
  }));
}

async function accountWakes(database: Database, busy: ReadonlySet<string>): Promise<Wake[]> {
  const atWork = [...busy].flatMap((id) => (id.startsWith('account/') ? [Number(id.slice('account/'.length))] : []));
  const accounts = await accountsToWake(database, atWork);
  return accounts.map(({ accountId, lane, standing, head }) => ({
    kind: 'account',
    lane,
    standing,
    head,
    target: { kind: 'account', accountId },
  }));
}

async function endpointWakes(database: Database): Promise<Wake[]> {
  const endpoints = await endpointsToWake(database);
  return endpoints.map(({ endpointId, lane, standing, head }) => ({
    kind: 'endpoint',
    lane,
    standing,
    head,
    target: { kind: 'endpoint', endpointId },
  }));
}

async function intakeWakes(database: Database): Promise<Wake[]> {
  if (!(await eventsWait(database)) && !(await receiptsWait(database))) return [];
  return [{ kind: 'intake', lane: 0, standing: true, head: '', target: { kind: 'intake' } }];
}

async function webhookWakes(database: Database): Promise<Wake[]> {
  const webhooks = await webhooksToWake(database);
  return webhooks.map(({ webhookId, head }) => ({
    kind: 'webhook',
    lane: 2,
    standing: false,
    head,
    target: { kind: 'webhook', webhookId },
  }));
}

/** Open runs whose conductor nobody has spoken to for a while: it may be gone with Temporal's own database. */
async function absent(database: Database, attended: Map<string, number>, now: number): Promise<Wake[]> {
  const runs = await openRuns(database);
  const open = new Set(runs.map(({ runId }) => `run/${runId}`));
  for (const id of attended.keys()) if (id.startsWith('run/') && !open.has(id)) attended.delete(id);
  return runs
    .filter(({ runId }) => now - (attended.get(`run/${runId}`) ?? Number.NEGATIVE_INFINITY) > attendanceEveryMs)
    .map(({ runId, lane }) => ({
      kind: 'run',
      lane: Math.max(2, lane),
      standing: false,
      head: '',
      target: { kind: 'run', runId, lane },
    }));
}

async function awaken(client: Client, wake: Wake, log: Log): Promise<void> {
  metrics.wakes.inc({ kind: wake.kind });
  // A wake that fails is no loss: whoever has work is seen again.
  await client
    .withDeadline(Date.now() + 5_000, () => look(client, wake.target))
    .catch((error: unknown) => log.warn({ error, workflow: workflowIdOf(wake.target) }, 'wake failed'));
}
