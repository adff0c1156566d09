import type { Queryable } from '../database.ts';

/** A receipt by our message id, or by the provider's own reference on that account. */
export type ReceivedReceipt = {
  key?: string | undefined;
  reference?: string | undefined;
  status: 'delivered' | 'read' | 'failed';
  code?: string | undefined;
};

/** Keeps receipts as they came, in one statement; what they mean for messages and members is found out by `absorbReceipts`. */
export async function keepReceipts(database: Queryable, accountId: number, receipts: ReceivedReceipt[]): Promise<void> {
  await database.query(
    `insert into receipt (account_id, message_id, reference, status, code)
     select $2, case when pg_input_is_valid(key, 'uuid') then key::uuid end, coalesce(reference, key), status::message_status, code
     from jsonb_to_recordset($1) as r(key text, reference text, status text, code text)`,
    [JSON.stringify(receipts), accountId],
  );
}
