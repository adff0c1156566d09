import type { Queryable } from '../database.ts';

/**
 * Lays pages of the outbox out as a row for each message, for whoever must look at single ones. `which` selects the places
 * (ctid) of the pages as `place`, with its parameters from `$1` on; it is not asked while no crowd waits. A page that is
 * being claimed is waited for; what the claim left of it has moved, and is looked for once more.
 */
export async function layOutPages(tx: Queryable, which: string, parameters: unknown[]): Promise<void> {
  if (!(await pagesWait(tx))) return;
  for (let left = 1; left > 0; ) {
    const { rows } = await tx.query<{ left: number }>(
      `with wanted as materialized (${which}),
       page as (
         select o.ctid as place from wanted join outbox o on o.ctid = wanted.place
         order by o.account_id, o.run_id, o.not_before, o.message_id for update of o),
       gone as (
         delete from outbox using page where outbox.ctid = page.place and message_ids is not null
         returning account_id, lane, run_id, not_before, message_ids),
       laid_out as (
         insert into outbox (account_id, lane, run_id, not_before, message_id)
         select account_id, lane, run_id, not_before, id from gone cross join unnest(message_ids) as id)
       select (select count(*) from wanted)::int - (select count(*) from gone)::int as left`,
      parameters,
    );
    left = rows[0]!.left;
  }
}

/** Whether any crowd waits in pages. */
export async function pagesWait(tx: Queryable): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select from outbox where message_ids is not null order by account_id, run_id, not_before, message_id limit 1',
  );
  return rowCount === 1;
}
