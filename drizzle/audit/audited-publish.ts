import type { Journey } from '#engine/journey.ts';
import type { Actor } from '#engine/office/audit-entry.ts';
import type { Database } from '../database.ts';
import { type Published, publish } from '../queries/publish.ts';
import { audited } from './audited.ts';

/** Publishes a journey and notes who did it; the same content again is no act. */
export function auditedPublish(
  database: Database,
  who: Actor,
  { unitId, journey }: { unitId: string; journey: Journey },
): Promise<Published> {
  return audited(
    database,
    (tx) => publish(tx, { unitId, journey }),
    (published) =>
      published.ok &&
      published.isNew && {
        who,
        unitId,
        act: 'journey.published',
        about: { kind: 'journey', id: published.journeyId },
        detail: { revision: published.n, hash: published.hash },
      },
  );
}
