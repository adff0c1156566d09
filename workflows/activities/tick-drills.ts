import { Temporal } from 'temporal-polyfill';
import { request } from 'undici';
import { tickDrill } from '#drizzle/crowd/tick-drill.ts';
import type { Database } from '#drizzle/database.ts';
import { type OpenDrill, openDrills } from '#drizzle/queries/drill-work.ts';
import { enterBySchedule } from '#drizzle/upkeep/enter-by-schedule.ts';
import { noteSwept, sweepRun } from '#drizzle/upkeep/sweep-run.ts';
import { nextClock } from '../drill-clock.ts';

/** Moves the clock of every open drill to where it may stand now; returns how many are open. */
export async function tickDrills(database: Database, sandboxUrl: string): Promise<number> {
  const drills = await openDrills(database);
  if (drills.length === 0) return 0;
  await paceSandbox(sandboxUrl, drills);
  for (const drill of drills) {
    const { runId, clock, elapsedMs, scale } = drill;
    const sweepAt = await calendarOf(database, drill);
    const receiptInMs = drill.working ? 'unknown' : await nextReceipt(sandboxUrl, runId);
    await tickDrill(database, runId, clock, nextClock(clock, elapsedMs, scale, { ...drill, sweepAt, receiptInMs }));
  }
  return drills.length;
}

/** Does what the drill's calendar asks for now; returns when it asks again. */
async function calendarOf(database: Database, drill: OpenDrill): Promise<number | null> {
  const swept = drill.sweeps ? await sweptUntil(database, drill) : null;
  const { nextAt } = drill.standing ? await enterBySchedule(database, drill.runId) : { nextAt: null };
  if (swept === null || nextAt === null) return swept ?? nextAt;
  return Math.min(swept, nextAt);
}

/** Rules that change with the date are looked at when the drill's midnight is reached; returns its next one. */
async function sweptUntil(database: Database, { runId, clock, sweptAt }: OpenDrill): Promise<number> {
  const next = midnightAfter(sweptAt ?? clock);
  if (sweptAt === null) await noteSwept(database, runId);
  if (next > clock) return next;
  await sweepRun(database, runId);
  return midnightAfter(clock);
}

function midnightAfter(at: number): number {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Madrid');
  return day.startOfDay().add({ days: 1 }).epochMilliseconds;
}

/** Real milliseconds until the sandbox tells of this run again; null: nothing is coming. */
async function nextReceipt(sandboxUrl: string, runId: string): Promise<number | null | 'unknown'> {
  try {
    const { statusCode, body } = await request(`${sandboxUrl}/control/pending?run=${runId}`, short());
    const { earliestAt } = (await body.json()) as { earliestAt: number | null };
    if (statusCode !== 200) return 'unknown';
    return earliestAt === null ? null : earliestAt - Date.now();
  } catch {
    return 'unknown';
  }
}

let paced: string | undefined;

/** Simulated recipients take their time in run time: their delays are shortened by the scale of the fastest open drill. */
async function paceSandbox(sandboxUrl: string, drills: OpenDrill[]): Promise<void> {
  const delayScale = 1 / Math.max(1, ...drills.map(({ scale }) => scale));
  try {
    const answer = await request(`${sandboxUrl}/control/accounts`, short());
    const accounts = Object.keys((await answer.body.json()) as Record<string, unknown>);
    const wanted = `${delayScale} ${accounts.sort().join(' ')}`;
    if (wanted === paced) return;
    for (const account of accounts) {
      const { body } = await request(`${sandboxUrl}/control/accounts/${encodeURIComponent(account)}`, {
        ...short(),
        method: 'PUT',
        body: JSON.stringify({ delayScale }),
      });
      await body.dump();
    }
    paced = wanted;
  } catch {
    // A sandbox that is away holds the clocks anyway.
    paced = undefined;
  }
}

const short = () => ({ headersTimeout: 2_000, bodyTimeout: 2_000 });
