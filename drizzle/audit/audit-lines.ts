import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** What of the audit is looked at; days are yyyy-mm-dd, peninsular time, both included. */
export type AuditFilter = {
  /** An act, or a family of acts ending in a dot (`run.`). */
  act?: string | undefined;
  who?: string | undefined;
  about?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
};

/** One act as it is read by people; names are those of today, null where somebody or something is gone. */
export type AuditLine = {
  seq: number;
  at: string;
  /** The day it happened, peninsular time. */
  day: string;
  act: string;
  who: { kind: string; id: string; name: string | null };
  about: { kind: string; id: string; name: string | null; runMode: 'live' | 'drill' | null };
  unit: string | null;
  detail: Record<string, string | number | boolean | string[]> | null;
  reason: string | null;
  /** There was a reason in words, and it was erased. */
  reasonErased: boolean;
  hash: string;
};

/**
 * The acts of these units and of the house as a whole, the newest first, from before a row on. Whoever may read the audit
 * of a unit may read what concerns all.
 */
export async function auditLines(
  database: Queryable,
  units: readonly string[],
  filter: AuditFilter,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditLine[]> {
  const { sql, parameters } = where(units, filter);
  const bound = (value: unknown) => `$${parameters.push(value)}`;
  const { rows } = await database.query<AuditLine>(
    `select a.seq::float8, ${iso('a.at')} as at, (a.at at time zone 'Europe/Madrid')::date::text as day, a.act, a.hash,
            jsonb_build_object('kind', a.who_kind, 'id', a.who_id, 'name', coalesce(o.name, k.name)) as who,
            jsonb_build_object('kind', a.about_kind, 'id', a.about_id, 'name', about.name, 'runMode', about.mode) as about,
            unit.name as unit, a.entry::jsonb -> 'detail' as detail, r.words as reason,
            a.entry::jsonb ? 'reason' and r.seq is null as "reasonErased"
     from (select *, case when pg_input_is_valid(about_id, 'uuid') then about_id::uuid end as about_uuid from audit a where ${sql} ${before === undefined ? '' : `and a.seq < ${bound(before)}`}
           order by a.seq desc limit ${bound(limit)}) a
     left join audit_reason r on r.seq = a.seq
     left join unit on unit.id = a.unit_id
     left join official o on a.who_kind = 'official' and o.id::text = a.who_id
     left join api_key k on a.who_kind = 'key' and k.id::text = a.who_id
     left join lateral (${aboutNames}) about on true
     order by a.seq desc`,
    parameters,
  );
  return rows;
}

/** Everybody who did something in these units, by name, for the filter. */
export async function auditActors(
  database: Queryable,
  units: readonly string[],
): Promise<{ kind: string; id: string; name: string | null }[]> {
  const { rows } = await database.query<{ kind: string; id: string; name: string | null }>(
    `with seen as (select distinct who_kind as kind, who_id as id from audit where unit_id = any($1::uuid[]) or unit_id is null limit 500)
     select seen.kind, seen.id, coalesce(o.name, k.name) as name from seen
     left join official o on seen.kind = 'official' and o.id::text = seen.id
     left join api_key k on seen.kind = 'key' and k.id::text = seen.id
     order by name nulls last, seen.id`,
    [units],
  );
  return rows;
}

function where(units: readonly string[], { act, who, about, from, until }: AuditFilter) {
  const parameters: unknown[] = [units];
  const bound = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ['(a.unit_id = any($1::uuid[]) or a.unit_id is null)'];
  if (act?.endsWith('.')) conditions.push(`starts_with(a.act, ${bound(act)})`);
  else if (act) conditions.push(`a.act = ${bound(act)}`);
  if (who) conditions.push(`a.who_id = ${bound(who)}`);
  if (about) conditions.push(`a.about_id = ${bound(about)}`);
  if (from) conditions.push(`a.at >= ${bound(from)}::date::timestamp at time zone 'Europe/Madrid'`);
  if (until) conditions.push(`a.at < (${bound(until)}::date + 1)::timestamp at time zone 'Europe/Madrid'`);
  return { sql: conditions.join(' and '), parameters };
}

// Ids are text in the audit, since it outlives what it is about; each kind is looked for in its own table alone.
const aboutNames = `
  select journey.title as name, run.mode from run join journey on journey.id = run.journey_id where a.about_kind = 'run' and run.id = a.about_uuid
  union all select title, null from journey where a.about_kind = 'journey' and id = a.about_uuid
  union all select title, null from task where a.about_kind = 'task' and id = a.about_uuid
  union all select name, null from api_key where a.about_kind = 'key' and id = a.about_uuid
  union all select name, null from webhook where a.about_kind = 'webhook' and id = a.about_uuid
  union all select name, null from official where a.about_kind = 'official' and id = a.about_uuid
  union all select name, null from unit where a.about_kind = 'unit' and id = a.about_uuid
  union all select name, null from import where a.about_kind = 'import' and id = a.about_uuid
  union all select name, null from account where a.about_kind = 'account' and id::text = a.about_id
  limit 1`;
