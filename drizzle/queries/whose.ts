import type { Queryable } from '../database.ts';

/** Whose a thing is, to know who may touch it. */
export type Whose = {
  runId: string;
  unitId: string;
  mode: 'live' | 'drill';
  team: boolean;
  lane: number;
  status: string;
};

/** The run that a run, member or task (by id) belongs to, with its unit and mode; undefined when there is none. */
export async function whose(database: Queryable, kind: keyof typeof tables, id: string): Promise<Whose | undefined> {
  const { rows } = await database.query<Whose>(
    `select run.id as "runId", run.unit_id as "unitId", run.mode, run.team, run.lane, run.status from ${tables[kind]}`,
    [id],
  );
  return rows[0];
}

const tables = {
  run: 'run where run.id = $1',
  member: 'member join run on run.id = member.run_id where member.id = $1',
  task: 'task join run on run.id = task.run_id where task.id = $1',
} as const;
