import { compile } from '#engine/compile.ts';
import { parse } from '#engine/journey.ts';
import type { Database } from '../database.ts';
import { type Launch, launchRun } from '../queries/launch-run.ts';
import { advance } from './advance.ts';
import { enrolPage } from './enrol.ts';
import { machineHash } from './machine-hash.ts';

/** A journey that says one thing by SMS, and ends. */
export const notice = {
  cauce: 1,
  slug: 'aviso',
  title: 'Aviso',
  nodes: [
    { id: 'n1', kind: 'launch' },
    { id: 'n2', kind: 'notify', config: { rungs: [{ id: 'sms', channel: 'sms' }] } },
    { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n3' },
    { from: 'n2', port: 'nobody', to: 'n3' },
  ],
  texts: { es: { n2: { sms: { body: 'Hola' } } } },
};

/** Says it by both at once; who is reached by one needs the other no more. */
export const bySmsAndVoice = {
  order: 'parallel',
  rungs: [
    { id: 'sms', channel: 'sms' },
    { id: 'voice', channel: 'voice' },
  ],
};

/** A unit with sandbox accounts and `citizens` invented people, everyone with mobile and e-mail. */
export async function settle(database: Database, citizens: number): Promise<{ unitId: string }> {
  const { rows } = await database.query<{ id: string }>(`insert into unit (name) values ('Prueba') returning id`);
  const unitId = rows[0]!.id;
  await database.query(
    `insert into account (unit_id, slug, name, channel, adapter, mode) select $1, c, c, c, 'http-batch', 'sandbox'
     from unnest(array['sms', 'email', 'voice', 'push', 'letter']) c`,
    [unitId],
  );
  await database.query(
    `insert into citizen (unit_id, ref, given_name, family_name, language, mobile, email, birth_date, municipality)
     select $1, 'c' || n, 'Nombre', 'Apellido', 'es', '+346000' || lpad(n::text, 5, '0'), 'c' || n || '@ejemplo.invalid', '1980-01-01', '46118'
     from generate_series(1, $2::int) n`,
    [unitId, citizens],
  );
  return { unitId };
}

/** Stores a journey as a revision without `check`, so that a test may hold one small thing only. */
export async function revise(database: Database, unitId: string, json: unknown): Promise<void> {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compile(parsed.journey);
  await database.query(
    `with j as (insert into journey (unit_id, slug, title, draft) values ($1, $2, 'x', '{}')
       on conflict (unit_id, slug) do update set title = 'x' returning id)
     insert into revision (journey_id, n, document, compiled, hash, compiler)
     select id, (select count(*) + 1 from revision where journey_id = j.id), $3, $4, $5, 1 from j`,
    [unitId, parsed.journey.slug, parsed.journey, compiled, machineHash(compiled)],
  );
}

/** Launches and enrols everybody; returns the run and its partitions. The gate is left out: it has tests of its own. */
export async function enrolAll(database: Database, launch: Launch): Promise<{ runId: string; partitions: number[] }> {
  const launched = await launchRun(database, launch);
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  await database.query(`update run set status = 'approved' where id = $1 and status = 'waiting'`, [launched.runId]);
  const partitions: number[] = [];
  for (;;) {
    const page = await enrolPage(database, launched.runId);
    if (page.partitionId !== null) partitions.push(page.partitionId);
    if (page.done) return { runId: launched.runId, partitions };
  }
}

export async function advanceAll(database: Database, partitions: number[]): Promise<number> {
  let moved = 0;
  for (const id of partitions) moved += (await advance(database, id)).moved;
  return moved;
}
