import { releaseHeld } from '#drizzle/crowd/release-held.ts';
import type { Database } from '#drizzle/database.ts';
import { enterBySchedule } from '#drizzle/upkeep/enter-by-schedule.ts';
import { onceADay } from '#drizzle/upkeep/once-a-day.ts';
import { retain } from '#drizzle/upkeep/retain.ts';
import { sweepDue } from '#drizzle/upkeep/sweep-due.ts';
import { announceOutcomes } from '#drizzle/webhooks/announce-outcomes.ts';
import type { Log } from '../log.ts';
import { healthWeights } from './health-weights.ts';
import { keepAudit } from './keep-audit.ts';
import { sendTeamCodes } from './send-team-codes.ts';

/** What the calendar and the clock ask for, looked at once a minute: each part is safe to repeat, and none holds up another. */
export async function upkeep(
  database: Database,
  log: Log,
  { signal, beat, auditFolder }: { signal: AbortSignal; beat: () => void; auditFolder?: string | undefined },
): Promise<void> {
  const parts: [string, () => Promise<number>][] = [
    ['weights', () => healthWeights(database, log)],
    ['held entries', () => releaseHeld(database)],
    ['schedule', async () => (await enterBySchedule(database)).entered],
    ['sweep', () => sweepDue(database)],
    ['audit', async () => (auditFolder === undefined ? 0 : keepAudit(database, auditFolder, log))],
    ['outcomes', () => announceOutcomes(database)],
    ['team codes', () => sendTeamCodes(database)],
    ['retention', async () => ((await onceADay(database, 'retention')) ? retain(database, signal) : 0)],
  ];
  for (const [part, run] of parts) {
    signal.throwIfAborted();
    beat();
    try {
      const n = await run();
      if (n > 0) log.info({ part, n }, 'upkeep');
    } catch (error) {
      log.warn({ error, part }, 'upkeep failed');
    }
  }
}
