import type { Transaction } from '../database.ts';
import type { Answer } from './answers.ts';
import { nextSql } from './next-sql.ts';
import type { Errand } from './perform.ts';
import type { Plan } from './plan.ts';

type Place = Pick<Errand, 'runId' | 'partitionId' | 'now'>;

/** Lays out what each situation was answered, for the statements that follow: the temporary table `answer`. */
export async function layOutAnswers(tx: Transaction, answers: Answer[]): Promise<void> {
  await tx.query(
    `create temp table answer on commit drop as
     select * from jsonb_to_recordset($1) as a(sit text, decision_id int, next text, moves boolean, logs boolean, status text,
       outcome text, parks boolean, clears text[], armed jsonb, armed_due bigint, later text[], visits text[], first_visits jsonb, sets text[])`,
    [JSON.stringify(answers)],
  );
}

/**
 * Step 4: moves everyone as their situation's decision says, and appends the log. A fixed number of statements however
 * many situations there are. Returns when the first of them is due again (epoch ms), null if nobody is.
 */
export async function moveMembers(
  tx: Transaction,
  plan: Plan,
  answers: Answer[],
  place: Place,
): Promise<number | null> {
  await layOutAnswers(tx, answers);
  const next = nextSql(plan, answers, place.now);
  // Reached through their partition: a page is a good part of it, and its members stand together on disk.
  const { rows } = await tx.query<{ at: number | null }>(
    `with next as materialized (${next.sql}),
     moved as (
       update member m
       set state = next.next, status = next.status, outcome = coalesce(next.outcome, m.outcome), seq = m.seq + next.steps,
           timers = next.timers, due_at = next.due_at, visits = next.visits, vars = next.vars
       from next where m.partition_id = $${next.parameters.length + 1} and m.id = next.id returning m.due_at)
     select cauce_ms(min(due_at))::float8 as at from moved`,
    [...next.parameters, place.partitionId],
  );
  await appendLog(tx, place);
  await consume(tx, answers, place);
  return rows[0]!.at;
}

/**
 * Step 4 for people who are decided about as they enter: they are written where they come to stand, with their first step
 * in the log. Returns when the first of them is due (epoch ms), null if nobody is.
 */
export async function enterMembers(
  tx: Transaction,
  plan: Plan,
  answers: Answer[],
  entry: Place & { journeyId: string; entryKey: string },
): Promise<number | null> {
  await layOutAnswers(tx, answers);
  const next = nextSql(plan, answers, entry.now);
  const $ = next.parameters.length;
  const { rows } = await tx.query<{ at: number | null }>(
    `with entered as (
       insert into member (id, run_id, partition_id, journey_id, citizen_id, entry_key, status, state, vars, timers, visits, due_at, seq, outcome, entered_at)
       select id, $${$ + 1}, $${$ + 2}, $${$ + 3}, citizen_id, $${$ + 4}, status, next, vars, timers, visits, due_at, steps, outcome, cauce_at($1)
       from (${next.sql}) as next returning due_at)
     select cauce_ms(min(due_at))::float8 as at from entered`,
    [...next.parameters, entry.runId, entry.partitionId, entry.journeyId, entry.entryKey],
  );
  await appendLog(tx, entry);
  return rows[0]!.at;
}

async function appendLog(tx: Transaction, { now, runId }: Place) {
  await tx.query(
    `insert into log (member_id, seq, run_id, at, decision_id, note, data)
     select a.id, a.seq + 1, $2, cauce_at($1), n.decision_id,
            case when a.event like 'event.%' then a.event end,
            case when a.event not like 'receipt.%' then a.data end
     from asked a join answer n on n.sit = a.sit
     where n.moves or n.logs`,
    [now, runId],
  );
}

/** What was heard leaves the inbox, or waits with its member in attention, whom it did not move. */
async function consume(tx: Transaction, answers: Answer[], { partitionId }: Place) {
  if (answers.some(({ parks }) => parks))
    await tx.query(
      `update inbox i set partition_id = 0 from asked a join answer n on n.sit = a.sit and n.parks
       where i.partition_id = $1 and i.member_id = a.id and i.id = a.inbox_id`,
      [partitionId],
    );
  if (answers.some(({ status }) => status !== 'active'))
    await tx.query(
      `delete from attention t using asked a join answer n on n.sit = a.sit and n.status <> 'active'
       where a.event like 'parked %' and t.member_id = a.id`,
    );
  await tx.query(
    `delete from inbox i using asked a where i.partition_id = $1 and i.member_id = a.id and i.id = a.inbox_id`,
    [partitionId],
  );
}
