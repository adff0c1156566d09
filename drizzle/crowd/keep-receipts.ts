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
  const ours = receipts.map(({ key }) => (key !== undefined && isMessageId(key) ? key : null));
  await database.query(
    `insert into receipt (account_id, message_id, reference, status, code)
     select $1, message_id, reference, status, code
     from unnest($2::uuid[], $3::text[], $4::message_status[], $5::text[]) as r(message_id, reference, status, code)`,
    [
      accountId,
      ours,
      receipts.map(({ key, reference }, i) => reference ?? (ours[i] === null ? (key ?? null) : null)),
      receipts.map(({ status }) => status),
      receipts.map(({ code }) => code ?? null),
    ],
  );
}

const isMessageId = (key: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(key);
