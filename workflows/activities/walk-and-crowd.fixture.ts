import { absorbEvents } from '#drizzle/crowd/absorb-events.ts';
import { absorbReceipts } from '#drizzle/crowd/absorb-receipts.ts';
import { absorbReply } from '#drizzle/crowd/absorb-reply.ts';
import { advance } from '#drizzle/crowd/advance.ts';
import { type ClaimedMessage, claim } from '#drizzle/crowd/claim.ts';
import { completeTask } from '#drizzle/crowd/complete-task.ts';
import { enterCitizens } from '#drizzle/crowd/enter-citizens.ts';
import { keepReceipts } from '#drizzle/crowd/keep-receipts.ts';
import { record } from '#drizzle/crowd/record.ts';
import { type Database, transaction } from '#drizzle/database.ts';
import { answerValues } from '#engine/apply-writes.ts';
import type { Compiled } from '#engine/compile.ts';
import type { Person } from '#engine/person.ts';
import { coreAttributes } from '#engine/rule/core-attributes.ts';
import type { Happening } from '#engine/walk/happening.ts';
import { textsOf } from './texts.ts';

/** A run of one journey lived by a crowd on a clock that the test moves. */
export type Crowd = {
  database: Database;
  runId: string;
  unitId: string;
  mode: 'live' | 'drill';
  accounts: { id: number; channel: string }[];
  /** What left, in order. */
  handed: (ClaimedMessage & { channel: string; body: string })[];
};
/** Stores a person as the row a crowd reads. */
export async function storePerson(database: Database, unitId: string, { id, citizen }: Person): Promise<void> {
  const columns: string[] = ['id', 'unit_id', 'attributes'];
  const values: unknown[] = [id, unitId, JSON.stringify(citizen['attributes'] ?? {})];
  for (const [name, { column }] of Object.entries(coreAttributes))
    if (column !== undefined && citizen[name] !== undefined && citizen[name] !== null) {
      columns.push(column);
      values.push(citizen[name]);
    }
  for (const flag of ['protected', 'minor', 'represented', 'deceased']) {
    columns.push(flag);
    values.push(citizen[flag] === true);
  }
  await database.query(
    `insert into citizen (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    values,
  );
}

type Opening = { trigger: string; people: Person[]; event: unknown; now: number; mode?: 'live' | 'drill' };

/**
 * Opens a run of the newest revision of a journey at `now` and lets the people in through one trigger. A live one counts as
 * launched: to so few it needs no second signature, whereas nobody enters a live service that nobody signed.
 */
export async function openCrowd(
  database: Database,
  unitId: string,
  slug: string,
  { trigger, people, event, now, mode = 'drill' }: Opening,
): Promise<Crowd> {
  const { rows } = await database.query<{ id: string; journey_id: string }>(
    `insert into run (unit_id, journey_id, revision_id, kind, mode, status, clock_at)
     select j.unit_id, j.id, v.id, case $4 when 'live' then 'launched' else 'standing' end, $4, 'open', cauce_at($3) from journey j join revision v on v.journey_id = j.id
     where j.unit_id = $1 and j.slug = $2 order by v.n desc limit 1 returning id, journey_id`,
    [unitId, slug, now, mode],
  );
  const run = rows[0]!;
  const entered = await transaction(database, (tx) =>
    enterCitizens(tx, { id: run.id, journeyId: run.journey_id, mode, lane: 1 }, trigger, {
      sql: `select id as citizen_id, 'k' as entry_key, $2::jsonb as event from unnest($1::uuid[]) as given(id)`,
      parameters: [people.map(({ id }) => id), event === null ? null : JSON.stringify(event)],
    }),
  );
  const alive = people.filter(({ citizen }) => citizen['deceased'] !== true);
  if (entered !== alive.length) throw new Error(`${entered} of ${alive.length} people entered`);
  const accounts = await database.query<{ id: number; channel: string }>(
    'select id, channel from account where unit_id = $1',
    [unitId],
  );
  const crowd: Crowd = { database, runId: run.id, unitId, mode, accounts: accounts.rows, handed: [] };
  await settleCrowd(crowd);
  return crowd;
}

/** Lets time pass, stopping at every due time so that each is decided at its own moment. */
export async function passTime(crowd: Crowd, until: number): Promise<void> {
  for (;;) {
    const { rows } = await crowd.database.query<{ at: number | null }>(
      'select cauce_ms(min(next_due_at))::float8 as at from partition where run_id = $1',
      [crowd.runId],
    );
    const next = rows[0]?.at ?? null;
    const to = next === null ? until : Math.min(next, until);
    await crowd.database.query('update run set clock_at = greatest(clock_at, cauce_at($2)) where id = $1', [
      crowd.runId,
      Math.round(to),
    ]);
    await settleCrowd(crowd);
    if (next === null || next > until) return;
  }
}

/** Decides and hands over until nothing moves. */
export async function settleCrowd(crowd: Crowd): Promise<void> {
  for (let moved = 1; moved > 0; ) {
    moved = 0;
    const { rows } = await crowd.database.query<{ id: number }>('select id from partition where run_id = $1', [
      crowd.runId,
    ]);
    for (const { id } of rows) moved += (await advance(crowd.database, id)).moved;
    for (const { id, channel } of crowd.accounts) moved += await handOver(crowd, id, channel);
  }
}

async function handOver({ database, handed: left }: Crowd, accountId: number, channel: string): Promise<number> {
  const claimed = await claim(database, accountId, {
    limit: 500,
    channel,
    accountMode: 'sandbox',
    factsOf: (plan) => textsOf(plan, channel).facts,
  });
  if (!claimed) return 0;
  const texts = textsOf(claimed.plan, channel);
  const handed = claimed.messages.map((message) => {
    const written = texts.write(message);
    if (written.ok) left.push({ ...message, channel, body: written.body });
    return written.ok
      ? { id: message.id, result: 'accepted' as const }
      : { id: message.id, result: 'refused' as const, reason: written.reason };
  });
  await record(database, claimed, channel, handed, 0);
  return handed.length;
}

/** The same happening for one member of the crowd as `walkOn` takes, through the same doors as in production. */
export async function happenInCrowd(
  crowd: Crowd,
  compiled: Compiled,
  person: Person,
  happening: Happening,
): Promise<void> {
  const { database, runId, mode } = crowd;
  const member = (
    await database.query<{ id: string; visits: Record<string, number>; partition_id: number }>(
      `select id, visits, partition_id from member
       where run_id = $1 and citizen_id = case $3 when 'drill' then cauce_copy_id($1, $2) else $2::uuid end`,
      [runId, person.id, mode],
    )
  ).rows[0]!;
  const visit = 'node' in happening ? (happening.visit ?? member.visits[happening.node] ?? 0) : 0;
  switch (happening.type) {
    case 'receipt': {
      const { rows } = await database.query<{ id: string; account_id: number }>(
        'select id, account_id from message where id = cauce_caused_id($1, $2, $3, $4)',
        [member.id, happening.node, visit, happening.rung],
      );
      const status = happening.status as 'delivered' | 'read' | 'failed'; // the test draws no others
      if (rows[0]) await keepReceipts(database, rows[0].account_id, [{ key: rows[0].id, status }]);
      await absorbReceipts(database);
      break;
    }
    case 'reply': {
      // A person answers where they were last spoken to. A drill's copy has a number of its own.
      const mobile = String(person.citizen['mobile']).replace('+3426', mode === 'drill' ? '+3427' : '+3426');
      const { rows } = await database.query<{ account_id: number }>(
        `select x.account_id from message x join member m on m.id = x.member_id
         where m.id = $1 and x.node = substring(m.state from '^[^.(]+') and x.visit = (m.visits ->> x.node)::int and x.status <> 'queued'
         order by array_position($2::text[], x.node || '.' || x.rung) desc limit 1`,
        [member.id, Object.keys(compiled.sends)],
      );
      for (const { account_id: account } of rows)
        await absorbReply(database, account, { id: `${Math.random()}`, from: mobile, text: happening.text, at: 0 });
      break;
    }
    case 'event':
      await database.query(
        `insert into event (unit_id, source, event_id, type, citizen_id, data, mode, time) values ($1, 'test', uuidv7()::text, $2, $3, $4, $5, now())`,
        [crowd.unitId, happening.event, person.id, JSON.stringify(happening.data ?? {}), mode],
      );
      await absorbEvents(database);
      break;
    case 'task': {
      const { rows } = await database.query<{ id: string }>('select cauce_caused_id($1, $2, $3, $4) as id', [
        member.id,
        happening.node,
        visit,
        '',
      ]);
      await completeTask(database, rows[0]!.id, happening.outcome);
      break;
    }
    case 'call':
      await database.query(
        `insert into inbox (partition_id, member_id, type, node, visit, data, at)
         select $1, $2, $3, $4, $5, $6, clock_at from run where id = $7`,
        [
          member.partition_id,
          member.id,
          `call.${happening.node}.${happening.outcome}`,
          happening.node,
          visit,
          JSON.stringify({ vars: answerValues(compiled.writes[happening.node] ?? [], happening.answer) }),
          runId,
        ],
      );
      break;
    case 'attributes':
      throw new Error('not drawn by this test');
  }
  await settleCrowd(crowd);
}
