import type { Call } from '#engine/node.ts';
import { type Database, transaction } from '../database.ts';
import { factSql } from './fact-sql.ts';
import { planOf } from './plan.ts';

/** Another system as it was configured; headers may hold its credentials. `rate`: calls per second. */
export type Endpoint = {
  id: number;
  url: string;
  mode: 'live' | 'sandbox';
  headers: Record<string, string>;
  rate: number | null;
  failures: number;
  methods: readonly string[];
  /** The facts that may be told to it; null: any. */
  sends: readonly string[] | null;
};
/** One call to make; `facts` holds what the node may tell, by name: null for what is unknown or must not be told. */
export type ClaimedCall = {
  id: string;
  runId: string;
  node: string;
  visit: number;
  attempts: number;
  call: Call;
  answers: Record<string, string>;
  facts: Record<string, unknown>;
};

/** Ours for as long as the slowest call may take, and some more. */
const leaseMs = 180_000;
/** What is not told to another system about somebody who is protected. */
const hidden = /^citizen\.(?:mobile|landline|email|pushToken|postalAddress|place|lat|lon|municipality|h3)$/;

/** The endpoint, unless it does not exist or its circuit breaker is open (then until when, epoch ms). */
export async function endpointOf(
  database: Database,
  endpointId: number,
): Promise<Endpoint | { openUntil: number } | undefined> {
  const { rows } = await database.query<Endpoint & { open: number | null }>(
    `select id, url, mode, headers, rate, failures, methods, case status when 'active' then sends else '{}' end as sends,
            case when open_until > now() then cauce_ms(open_until)::float8 end as open
     from endpoint where id = $1`,
    [endpointId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { open, ...endpoint } = row;
  return open === null ? endpoint : { openUntil: open };
}

/**
 * Claims the next calls of one endpoint, the most urgent lane first: nothing of a paused run, nothing of a drill to a live
 * system, nothing for the dead.
 */
export async function claimCalls(database: Database, endpointId: number, limit: number): Promise<ClaimedCall[]> {
  const claimed = await transaction(database, async (tx) => {
    await tx.query(
      `update call set status = 'withdrawn' from citizen c
       where call.endpoint_id = $1 and call.status = 'queued' and c.id = call.citizen_id and c.deceased`,
      [endpointId],
    );
    const { rows } = await tx.query<Row>(
      `with picked as (
         select c.id from call c
         join run r on r.id = c.run_id
         join endpoint e on e.id = c.endpoint_id
         where c.endpoint_id = $1 and c.status = 'queued' and coalesce(c.not_before, c.created_at) <= coalesce(r.clock_at, now())
           and r.paused_at is null and r.status in ('enrolling', 'open') and (e.mode = 'sandbox' or r.mode = 'live')
         order by r.lane, c.id limit $2 for update of c skip locked)
       update call set status = 'claimed', attempts = attempts + 1, lease_until = now() + $3 * interval '1 millisecond'
       from picked, run r where call.id = picked.id and r.id = call.run_id
       returning call.id, call.run_id, call.node, call.visit, call.attempts, r.revision_id`,
      [endpointId, limit, leaseMs],
    );
    return rows;
  });
  const calls: ClaimedCall[] = [];
  for (const group of byNode(claimed)) calls.push(...(await withFacts(database, group)));
  return calls;
}

type Row = { id: string; run_id: string; node: string; visit: number; attempts: number; revision_id: string };

function byNode(rows: Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.revision_id} ${row.node}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

async function withFacts(database: Database, rows: Row[]): Promise<ClaimedCall[]> {
  const [first] = rows;
  if (!first) return [];
  const { compiled } = await planOf(database, first.revision_id);
  const call = compiled.calls[first.node];
  if (!call) throw new Error(`Node ${first.node} makes no call`);
  const answers = Object.fromEntries(
    (compiled.writes[first.node] ?? []).flatMap((write) =>
      write.from === 'answer' ? [[write.variable, write.at ?? '']] : [],
    ),
  );
  const names = [...new Set([...call.send, ...pathFacts(call.path)])];
  const values = names.map((name) => {
    const value = factSql(name);
    return hidden.test(name) ? `case when c.protected then null else ${value} end` : value;
  });
  const known = await database.query<{ id: string; values: unknown[] }>(
    `select call.id, jsonb_build_array(${values.join(', ')}) as values
     from call join member a on a.id = call.member_id join citizen c on c.id = call.citizen_id
     where call.id = any($1::uuid[])`,
    [rows.map(({ id }) => id)],
  );
  const factsOf = new Map(known.rows.map((row) => [row.id, row.values]));
  return rows.map(({ id, run_id, node, visit, attempts }) => ({
    id,
    runId: run_id,
    node,
    visit,
    attempts,
    call,
    answers,
    facts: Object.fromEntries(names.map((name, i) => [name, factsOf.get(id)?.[i] ?? null])),
  }));
}

/** The facts that a path mentions, as `{{ citizen.ref }}`. */
export function pathFacts(path: string): string[] {
  return [...path.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map((match) => match[1] ?? '');
}
