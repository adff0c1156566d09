import { createHash } from 'node:crypto';
import type { Actor } from '#engine/office/audit-entry.ts';
import { audited } from '../audit/audited.ts';
import type { Database, Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

export type TeamAddress = {
  id: string;
  unitId: string;
  unit: string;
  address: string;
  channel: 'sms' | 'email';
  /** Waiting for its code to be sent, for the code to be typed, or confirmed. */
  state: 'waiting' | 'sent' | 'confirmed';
  confirmedAt: string | null;
};

const minutesGood = 30;
const mostTries = 5;

/** The team's addresses in these units. */
export async function teamAddresses(database: Queryable, units: readonly string[]): Promise<TeamAddress[]> {
  const { rows } = await database.query<TeamAddress>(
    `select t.id, t.unit_id as "unitId", unit.name as unit, t.address, t.channel, ${iso('t.verified_at')} as "confirmedAt",
            case when t.verified_at is not null then 'confirmed'
                 when t.code_sent_at > now() - make_interval(mins => $2) then 'sent' else 'waiting' end as state
     from team_address t join unit on unit.id = t.unit_id
     where t.unit_id = any($1::uuid[]) order by unit.name, t.address`,
    [units, minutesGood],
  );
  return rows;
}

/** Adds an address, which counts once whoever has it has typed the code sent there. Adding it again asks for a new code. */
export async function addTeamAddress(
  database: Database,
  who: Actor,
  { unitId, address, channel }: { unitId: string; address: string; channel: 'sms' | 'email' },
): Promise<string> {
  return audited(
    database,
    async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `insert into team_address (unit_id, address, channel) values ($1, $2, $3)
         on conflict (unit_id, address) do update set code_hash = null, code_sent_at = null, tries = 0 returning id`,
        [unitId, address.toLowerCase(), channel],
      );
      return rows[0]!.id;
    },
    (id) => ({ who, unitId, act: 'team-address.added', about: { kind: 'team-address', id }, detail: { channel } }),
  );
}

/** Confirms an address by the code that was sent to it: within half an hour and five tries. */
export function confirmTeamAddress(
  database: Database,
  who: Actor,
  { unitId, id, code }: { unitId: string; id: string; code: string },
): Promise<boolean> {
  return audited(
    database,
    async (tx) => {
      const { rows } = await tx.query<{ right: boolean }>(
        `update team_address set tries = tries + 1,
           verified_at = case when code_hash = $3 then coalesce(verified_at, now()) end
         where id = $1 and unit_id = $2 and code_sent_at > now() - make_interval(mins => $4) and tries < $5
         returning verified_at is not null as right`,
        [id, unitId, hashOfCode(id, code), minutesGood, mostTries],
      );
      return rows[0]?.right === true;
    },
    (right) => right && { who, unitId, act: 'team-address.confirmed', about: { kind: 'team-address', id } },
  );
}

/** Takes an address out of the team; from the next claim on nothing goes there. */
export function removeTeamAddress(
  database: Database,
  who: Actor,
  { unitId, id }: { unitId: string; id: string },
): Promise<boolean> {
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query('delete from team_address where id = $1 and unit_id = $2', [id, unitId]);
      return rowCount === 1;
    },
    (gone) => gone && { who, unitId, act: 'team-address.removed', about: { kind: 'team-address', id } },
  );
}

/** A code is short: its hash is bound to the address and lives half an hour. */
export const hashOfCode = (id: string, code: string) =>
  createHash('sha256').update(`${id}/${code.trim()}`).digest('hex');
