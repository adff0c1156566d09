import type { Actor } from '#engine/office/audit-entry.ts';
import type { Database } from '../database.ts';
import { type LaunchWish, launchJourney } from '../queries/launch-journey.ts';
import type { Launched } from '../queries/launch-run.ts';
import { audited } from './audited.ts';

/** Launches a journey and notes who did it. */
export function auditedLaunch(database: Database, who: Actor, wish: LaunchWish): Promise<Launched> {
  return audited(
    database,
    (tx) => launchJourney(tx, wish),
    (launched) =>
      launched.ok && {
        who,
        unitId: wish.unitId,
        act: 'run.launched',
        about: { kind: 'run', id: launched.runId },
        detail: { mode: wish.mode },
      },
  );
}
