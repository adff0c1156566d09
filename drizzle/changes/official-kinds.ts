import { z } from 'zod';
import type { AuditAct, AuditDetail } from '#engine/office/audit-acts.ts';
import { type Role, roles } from '#engine/office/permission.ts';
import { audit } from '../audit/append.ts';
import type { Transaction } from '../database.ts';
import { invite } from '../queries/invitations.ts';
import { type Confirmed, defineChange, refusedChange } from './change-kind.ts';

const HOURS_TO_COME_IN = 72;
const role = z.enum(roles);
const official = z.strictObject({ officialId: z.uuid(), name: z.string() });
const ofRole = official.extend({ role });

/** Brings somebody in with their first roles; whoever confirms gets the address at which they choose a password. */
export const inviteOfficial = defineChange({
  action: 'official.manage',
  detail: z.strictObject({
    name: z.string().trim().min(2).max(120),
    email: z.email().max(200).toLowerCase(),
    roles: z.array(role).min(1),
  }),
  apply: async (tx, change) => {
    const { name, email, roles: given } = change.detail;
    const { rows } = await tx.query<{ id: string }>(
      `insert into official (name, email, email_verified) values ($1, $2, true) on conflict (email) do nothing returning id`,
      [name, email],
    );
    if (!rows[0]) return refusedChange('official-known', { email });
    const { id: officialId } = rows[0];
    const invitation = await invite(tx, { officialId, hours: HOURS_TO_COME_IN });
    await tell(tx, change, officialId, 'official.created', { how: 'invitation' });
    for (const one of given) await grant(tx, change, officialId, one);
    return { ok: true, invitation };
  },
});

export const grantRole = defineChange({
  action: 'official.manage',
  detail: ofRole,
  gains: ({ officialId }) => officialId,
  apply: async (tx, change) => {
    await grant(tx, change, change.detail.officialId, change.detail.role);
    return { ok: true };
  },
});

/** Takes a role away; a unit is never left without anybody who administers it. */
export const revokeRole = defineChange({
  action: 'official.manage',
  detail: ofRole,
  apply: async (tx, change) => {
    const { unitId } = change;
    const { officialId, role: taken } = change.detail;
    if (taken === 'administrator' && !(await administeredWithout(tx, unitId, officialId)))
      return refusedChange('last-administrator');
    await tx.query('delete from official_role where official_id = $1 and unit_id = $2 and role = $3', [
      officialId,
      unitId,
      taken,
    ]);
    await tell(tx, change, officialId, 'role.taken', roleTold(change, taken));
    return { ok: true };
  },
});

/** Lets a blocked official in again. */
export const unblockOfficial = defineChange({
  action: 'official.manage',
  detail: official,
  gains: ({ officialId }) => officialId,
  apply: async (tx, change) => {
    const { officialId } = change.detail;
    if (!(await belongs(tx, change.unitId, officialId))) return refusedChange('official-elsewhere');
    await tx.query(`update official set status = 'active', updated_at = now() where id = $1`, [officialId]);
    await tell(tx, change, officialId, 'official.unblocked', {});
    return { ok: true };
  },
});

/** For whoever lost every way in: what they signed in with is forgotten, and a new address lets them choose a password. */
export const readmitOfficial = defineChange({
  action: 'official.manage',
  detail: official,
  gains: ({ officialId }) => officialId,
  apply: async (tx, change) => {
    const { officialId } = change.detail;
    if (!(await belongs(tx, change.unitId, officialId))) return refusedChange('official-elsewhere');
    for (const table of ['session', 'credential', 'two_factor', 'passkey'])
      await tx.query(`delete from ${table} where official_id = $1`, [officialId]);
    await tx.query('update official set two_factor_enabled = false, updated_at = now() where id = $1', [officialId]);
    const invitation = await invite(tx, { officialId, hours: HOURS_TO_COME_IN });
    await tell(tx, change, officialId, 'official.changed', { fields: ['credentials'] });
    return { ok: true, invitation };
  },
});

async function grant<D>(tx: Transaction, change: Confirmed<D>, officialId: string, given: Role): Promise<void> {
  await tx.query(
    `insert into official_role (official_id, unit_id, role, granted_by) values ($1, $2, $3, $4)
     on conflict (official_id, unit_id, role) do update set source = 'cauce', granted_by = excluded.granted_by, granted_at = now()`,
    [officialId, change.unitId, given, change.askedBy],
  );
  await tell(tx, change, officialId, 'role.given', roleTold(change, given));
}

const roleTold = <D>({ id, unitId, alone }: Confirmed<D>, role: Role) => ({
  role,
  unit: unitId,
  change: id,
  ...(alone && { alone }),
});

async function tell<D, A extends AuditAct>(
  tx: Transaction,
  { unitId, decidedBy }: Confirmed<D>,
  officialId: string,
  act: A,
  detail: AuditDetail<A>,
): Promise<void> {
  const who = { kind: 'official', id: decidedBy } as const;
  await audit(tx, { who, unitId, act, about: { kind: 'official', id: officialId }, detail });
}

async function administeredWithout(tx: Transaction, unitId: string, officialId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from official_role join official on official.id = official_role.official_id
     where unit_id = $1 and role = 'administrator' and official_id <> $2 and official.status = 'active' limit 1`,
    [unitId, officialId],
  );
  return rowCount === 1;
}

/** Of this unit and of no other: an administrator never reaches into somebody else's. */
async function belongs(tx: Transaction, unitId: string, officialId: string): Promise<boolean> {
  const { rows } = await tx.query<{ own: boolean }>(
    'select coalesce(bool_and(unit_id = $1), false) as own from official_role where official_id = $2',
    [unitId, officialId],
  );
  return rows[0]?.own ?? false;
}
