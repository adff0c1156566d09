import { understand } from '#engine/understand.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { planOf } from './plan.ts';

export type ReceivedReply = { id: string; from: string; text: string; at: number };

/**
 * Takes one reply in. It knows an address, not a member: it belongs to the newest open question to that address on that
 * account, for all members of that run who share the address; else it is kept as unmatched. Repeating it changes nothing.
 */
export async function absorbReply(
  database: Database,
  accountId: number,
  reply: ReceivedReply,
): Promise<{ matched: number }> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into reply (id, account_id, address, text, at, reference)
       select md5($1::int || '/' || $2)::uuid, $1::int, $3, $4, cauce_at($5), $2
       on conflict do nothing returning id`,
      [accountId, reply.id, reply.from, reply.text.slice(0, 2_000), Math.round(reply.at)],
    );
    if (!rows[0]) return { matched: 0 };
    const asked = await openQuestions(tx, accountId, reply.from);
    const [newest] = asked;
    if (!newest) return { matched: 0 };
    const plan = await planOf(tx, newest.revision_id);
    const answer = understand(reply.text, plan.compiled.questions[newest.node] ?? []);
    const sharing = asked.filter(({ run_id, node: of }) => run_id === newest.run_id && of === newest.node);
    await tx.query(
      `insert into inbox (partition_id, member_id, type, node, visit, message_id, data, at)
       select q.partition_id, q.member_id, $2, q.node, q.visit, q.message_id, $3, cauce_now(r.clock_at)
       from jsonb_to_recordset($1) as q(partition_id int, member_id uuid, node text, visit int, message_id uuid, run_id uuid)
       join run r on r.id = q.run_id`,
      [JSON.stringify(sharing), `reply.${newest.node}.${answer}`, { answer, text: reply.text.slice(0, 500) }],
    );
    await tx.query(`update message set status = 'replied' where id = any($1::uuid[]) and status < 'replied'`, [
      sharing.map(({ message_id }) => message_id),
    ]);
    await tx.query('update reply set member_id = $2, answer = $3 where id = $1', [
      rows[0].id,
      newest.member_id,
      answer,
    ]);
    return { matched: sharing.length };
  });
}

type Question = {
  run_id: string;
  revision_id: string;
  partition_id: number;
  member_id: string;
  node: string;
  visit: number;
  message_id: string;
};

/** Questions that wait for an answer from this address, newest first; the carer's and representative's count as theirs. */
async function openQuestions(tx: Transaction, accountId: number, address: string): Promise<Question[]> {
  const { rows } = await tx.query<Question>(
    `with speaker as materialized (
       select id from citizen where mobile = $2 union select id from citizen where landline = $2 union select id from citizen where email = $2),
     spoken as materialized (
       select id from speaker
       union select c.id from speaker s join citizen c on c.representative_id = s.id and (c.minor or c.represented)
       union select c.id from speaker s join citizen c on c.carer_id = s.id),
     asked as materialized (
       select m.run_id, r.revision_id, m.partition_id, m.id as member_id, split_part(m.state, '.', 1) as node, m.visits, v.compiled -> 'sends' as sends
       from spoken
       join member m on m.citizen_id = spoken.id and m.status = 'active'
       join run r on r.id = m.run_id and r.status in ('enrolling', 'open')
       join revision v on v.id = r.revision_id and v.compiled -> 'questions' ? split_part(m.state, '.', 1))
     select a.run_id, a.revision_id, a.partition_id, a.member_id, a.node, (a.visits ->> a.node)::int as visit, x.id as message_id
     from asked a
     cross join lateral jsonb_object_keys(a.sends) as send(key)
     join message x on x.id = cauce_caused_id(a.member_id, a.node, (a.visits ->> a.node)::int, substr(send.key, length(a.node) + 2))
       and x.account_id = $1
     where starts_with(send.key, a.node || '.')
     order by x.queued_at desc, x.accepted_at desc nulls last`,
    [accountId, address],
  );
  return rows;
}
