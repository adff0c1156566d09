import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** Something launched for real that is not over: what the strip above every page tells, with its brake. */
export type Running = {
  id: string;
  unitId: string;
  title: string;
  emergency: boolean;
  status: 'approved' | 'enrolling' | 'open' | 'stopping';
  pausedAt: string | null;
  /** How many people are inside. */
  inside: number;
};

/** What every page's frame shows: the official's units, and what runs for real, emergencies first, then the newest; at most three. */
export type House = {
  units: { id: string; name: string }[];
  running: Running[];
  runningInAll: number;
  /** How many requests wait for a signature that this official may give. */
  waiting: number;
};

/** Reads the frame's facts in one question. Standing services run always and are not told of here. */
export async function house(
  database: Queryable,
  units: readonly string[],
  signing: { units: readonly string[]; officialId: string | null },
): Promise<House> {
  const { rows } = await database.query<House>(
    `with running as (
       select run.id, run.unit_id as "unitId", journey.title, run.lane = 0 as emergency, run.status,
              ${iso('run.paused_at')} as "pausedAt",
              run.enrolled - coalesce((select sum(n) from counter
                                       where counter.run_id = run.id and name like 'outcome:%'), 0)::float8 as inside,
              row_number() over (order by run.lane = 0 desc, run.created_at desc, run.id desc) as place
       from run join journey on journey.id = run.journey_id
       where run.status in ('approved', 'enrolling', 'open', 'stopping') and run.mode = 'live' and run.kind = 'launched'
         and run.unit_id = any($1::uuid[]))
     select coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by created_at, id)
                      from unit where id = any($1::uuid[])), '[]') as units,
            coalesce((select jsonb_agg(to_jsonb(running) - 'place' order by place) from running where place <= 3), '[]') as running,
            (select count(*)::int from running) as "runningInAll",
            (select count(*)::int from request where status = 'waiting' and unit_id = any($2::uuid[])
               and not $3 = any(writers)) as waiting`,
    [units, signing.units, signing.officialId ?? ''],
  );
  return rows[0] ?? { units: [], running: [], runningInAll: 0, waiting: 0 };
}
