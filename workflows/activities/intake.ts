import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { absorbEvents } from '#drizzle/crowd/absorb-events.ts';
import { absorbReceipts } from '#drizzle/crowd/absorb-receipts.ts';
import type { Database } from '#drizzle/database.ts';
import { receiptsWait } from '#drizzle/queries/work-to-wake.ts';
import type { Log } from '../log.ts';
import { relay } from './relay.ts';
import { upkeep } from './upkeep.ts';
import { work } from './work.ts';

export type IntakeActivities = ReturnType<typeof intakeActivities>;

/** A page costs the same whether it holds one event or hundreds: a stream of single ones is taken in ten times a second. */
const pageEveryMs = 100;
const fullPage = 1_000;

/** The activities that notice: events and receipts taken in, work seen and woken, and what the calendar asks for. */
export function intakeActivities(
  database: Database,
  busy: Set<string>,
  {
    client,
    log,
    sandboxUrl,
    auditFolder,
  }: { client: Client; log: Log; sandboxUrl: string; auditFolder?: string | undefined },
) {
  return {
    takeInEvents: (): Promise<void> =>
      work(database, busy, async (at) => {
        for (let absorbed = 1; absorbed > 0 && !at.signal.aborted; at.beat()) {
          const pageAt = performance.now();
          absorbed = (await absorbEvents(at.database)).absorbed;
          if (await receiptsWait(at.database)) absorbed += (await absorbReceipts(at.database)).absorbed;
          if (absorbed > 0 && absorbed < fullPage) await rest(pageAt + pageEveryMs - performance.now(), at.signal);
        }
      }),

    relay: (): Promise<void> =>
      work(database, undefined, (at) => relay(at.database, { client, log, busy, sandboxUrl, signal: at.signal })),

    upkeep: (): Promise<void> => work(database, undefined, (at) => upkeep(at.database, log, { ...at, auditFolder })),
  };
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(Math.max(0, ms), undefined, { signal }).catch(() => undefined);
