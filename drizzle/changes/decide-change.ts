import type { AuditDetail } from '#engine/office/audit-acts.ts';
import { permissions } from '#engine/office/permission.ts';
import { audit } from '../audit/append.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { type Applied, refusedChange } from './change-kind.ts';
import { changeKind } from './index.ts';

/** A change nobody decides within this many days is over. */
export const DAYS_TO_DECIDE = 14;

/**
 * Confirms a change and does it, in one transaction. By somebody else than asked and than gains by it; `alone` (with a
 * recovery code, taken before) lets whoever asked confirm it where nobody else may. What it refuses leaves it waiting.
 */
export async function confirmChange(
  database: Database,
  { id, by, alone = false }: { id: string; by: string; alone?: boolean },
): Promise<Applied> {
  return transaction(database, async (tx) => {
    const waiting = await waitingChange(tx, id);
    const kind = waiting && changeKind(waiting.kind);
    if (!waiting || !kind) return refusedChange('change-over');
    const { unitId, askedBy } = waiting;
    const detail = kind.detail.safeParse(waiting.detail);
    if (!detail.success) return refusedChange('change-over');
    if (alone ? by !== askedBy || (await othersMay(tx, waiting)) : by === askedBy) return refusedChange('own-change');
    if (!alone && kind.gains?.(detail.data) === by) return refusedChange('own-gain');
    const applied = await kind.apply(tx, { id, unitId, detail: detail.data, askedBy, decidedBy: by, alone });
    if (!applied.ok) return applied;
    await settle(tx, id, 'confirmed', by, alone);
    await tell(tx, { ...waiting, id, by }, 'change.confirmed', { what: waiting.kind, ...(alone && { alone }) });
    return applied;
  });
}

/** Turns a change down, or has whoever asked take it back; false when it was decided meanwhile. */
export async function dropChange(database: Database, { id, by }: { id: string; by: string }): Promise<boolean> {
  return transaction(database, async (tx) => {
    const waiting = await waitingChange(tx, id);
    if (!waiting) return false;
    await settle(tx, id, waiting.askedBy === by ? 'withdrawn' : 'rejected', by, false);
    await tell(tx, { ...waiting, id, by }, 'change.refused', { what: waiting.kind });
    return true;
  });
}

type Waiting = { unitId: string; kind: string; detail: unknown; askedBy: string };

async function waitingChange(tx: Transaction, id: string): Promise<Waiting | undefined> {
  const { rows } = await tx.query<Waiting>(
    `select unit_id as "unitId", kind, detail, asked_by as "askedBy" from change
     where id = $1 and state = 'waiting' and asked_at > now() - make_interval(days => $2) for update`,
    [id, DAYS_TO_DECIDE],
  );
  return rows[0];
}

/** Whether anybody else could confirm it. */
async function othersMay(tx: Transaction, { unitId, kind, askedBy }: Waiting): Promise<boolean> {
  const action = changeKind(kind)?.action ?? 'official.manage';
  const { rowCount } = await tx.query(
    `select from official_role join official on official.id = official_role.official_id
     where unit_id = $1 and role = any($2::text[]) and official_id <> $3 and official.status = 'active' limit 1`,
    [unitId, permissions[action], askedBy],
  );
  return rowCount === 1;
}

async function tell<A extends 'change.confirmed' | 'change.refused'>(
  tx: Transaction,
  { id, unitId, by }: Waiting & { id: string; by: string },
  act: A,
  detail: AuditDetail<A>,
): Promise<void> {
  await audit(tx, { who: { kind: 'official', id: by }, unitId, act, about: { kind: 'change', id }, detail });
}

async function settle(tx: Transaction, id: string, state: string, by: string, alone: boolean): Promise<void> {
  await tx.query('update change set state = $2, decided_by = $3, decided_at = now(), alone = $4 where id = $1', [
    id,
    state,
    by,
    alone,
  ]);
}
