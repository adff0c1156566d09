import { isId } from '#engine/is-id.ts';
import type { Queryable } from '../database.ts';

/** A receipt by our message id, or by the provider's own reference on that account. */
export type ReceivedReceipt = {
  key?: string | undefined;
  reference?: string | undefined;
  status: 'delivered' | 'read' | 'failed';
  code?: string | undefined;
};

/**
 * Keeps receipts as they came, in one statement and few rows: one for all of the same status and code. What they mean for
 * messages and members is found out by `absorbReceipts`.
 */
export async function keepReceipts(database: Queryable, accountId: number, receipts: ReceivedReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  const pages = new Map<string, Page>();
  for (const { key, reference, status, code = null } of receipts) {
    const ours = key !== undefined && isId(key);
    const name = `${ours} ${status} ${code}`;
    let page = pages.get(name);
    if (!page) pages.set(name, (page = { ours, status, code, ids: [] }));
    page.ids.push(ours ? key : (reference ?? key ?? ''));
  }
  const parameters: unknown[] = [accountId];
  const bound = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`;
  const rows = [...pages.values()].map(({ ours, status, code, ids }) => {
    const named = ours ? [bound(`{${ids.join()}}`, 'uuid[]'), 'null'] : ['null', bound(ids, 'text[]')];
    return `($1, ${bound(status, 'message_status')}, ${bound(code, 'text')}, ${named.join(', ')})`;
  });
  await database.query(
    `insert into receipt (account_id, status, code, message_ids, refs) values ${rows.join(', ')}`,
    parameters,
  );
}

type Page = { ours: boolean; status: string; code: string | null; ids: string[] };
