import { readCap } from '#engine/cap/read-cap.ts';
import type { Problem } from '#engine/problem.ts';
import type { Database } from '../database.ts';
import { receiveWarning, type WarningReceived } from './receive-warning.ts';

export type CapReceived =
  | { ok: true; warnings: WarningReceived[]; notes: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Takes a CAP document in, each of its alerts in its own transaction and in the order in which they were sent. Refused when
 * it cannot be read, or when not one of its alerts could be taken.
 */
export async function receiveCap(
  database: Database,
  { unitId, mode, xml }: { unitId: string; mode: 'live' | 'drill'; xml: string },
): Promise<CapReceived> {
  const reading = readCap(xml);
  if (!reading.ok) return reading;
  const warnings: WarningReceived[] = [];
  const problems: Problem[] = [];
  for (const alert of reading.alerts.toSorted((a, b) => a.sent.at - b.sent.at)) {
    const warned = await receiveWarning(database, { unitId, mode, alert });
    if (warned.ok) warnings.push(warned.received);
    else problems.push(...warned.problems);
  }
  if (warnings.length === 0) return { ok: false, problems };
  return { ok: true, warnings, notes: [...reading.notes, ...problems] };
}
