import type { Queryable } from '../database.ts';
import type { KeyMode } from '../queries/api-keys.ts';
import { iso } from '../queries/iso.ts';

/** A key as its page shows it; of its secrets the newest first. Moments are ISO 8601. */
export type KeyLine = {
  id: string;
  unitId: string;
  unit: string;
  name: string;
  mode: KeyMode;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  state: 'active' | 'expiring' | 'expired' | 'revoked';
  secrets: { prefix: string; createdAt: string; endsAt: string | null; usedAt: string | null }[];
};

/** The keys of these units, those that are good first. Secrets that ended are left out. */
export async function keyList(database: Queryable, units: readonly string[]): Promise<KeyLine[]> {
  const { rows } = await database.query<KeyLine>(
    `select k.id, k.unit_id as "unitId", unit.name as unit, k.name, k.mode, k.scopes,
            ${iso('k.created_at')} as "createdAt", ${iso('k.expires_at')} as "expiresAt",
            case when k.revoked_at is not null then 'revoked' when k.expires_at <= now() then 'expired'
                 when k.expires_at <= now() + interval '30 days' then 'expiring' else 'active' end as state,
            coalesce((select jsonb_agg(jsonb_build_object('prefix', prefix, 'createdAt', ${iso('created_at')},
                                                          'endsAt', ${iso('ends_at')}, 'usedAt', ${iso('used_at')})
                                       order by created_at desc)
                      from api_key_secret where key_id = k.id and (ends_at is null or ends_at > now())), '[]') as secrets
     from api_key k join unit on unit.id = k.unit_id
     where k.unit_id = any($1::uuid[])
     order by k.revoked_at is not null, k.expires_at <= now(), k.created_at desc limit 500`,
    [units],
  );
  return rows;
}

/** The unit and mode of a key, to know who may touch it. */
export async function keyOwner(
  database: Queryable,
  id: string,
): Promise<{ unitId: string; mode: KeyMode } | undefined> {
  const { rows } = await database.query<{ unitId: string; mode: KeyMode }>(
    `select unit_id as "unitId", mode from api_key where id = $1 and revoked_at is null`,
    [id],
  );
  return rows[0];
}
