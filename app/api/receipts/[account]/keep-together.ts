import { keepReceipts, type ReceivedReceipt } from '#drizzle/crowd/keep-receipts.ts';
import type { Database } from '#drizzle/database.ts';

/**
 * Keeps receipts together with those of other requests to the same account that wait at the same moment: one commit
 * serves them all. Settles after the commit that holds these. A failure of the whole is tried again request by request.
 */
export function keepTogether(database: Database, accountId: number, receipts: ReceivedReceipt[]): Promise<void> {
  const line = lines.get(accountId) ?? { waiting: [], busy: false };
  lines.set(accountId, line);
  return new Promise((done, failed) => {
    line.waiting.push({ receipts, done, failed });
    if (!line.busy) void serve(database, accountId, line);
  });
}

type Waiting = { receipts: ReceivedReceipt[]; done: () => void; failed: (error: unknown) => void };
type Line = { waiting: Waiting[]; busy: boolean };
const lines = new Map<number, Line>();
const mostAtOnce = 5_000;

async function serve(database: Database, accountId: number, line: Line): Promise<void> {
  line.busy = true;
  while (line.waiting.length > 0) {
    const together = takeFrom(line);
    try {
      await keepReceipts(
        database,
        accountId,
        together.flatMap(({ receipts }) => receipts),
      );
      for (const { done } of together) done();
    } catch (error) {
      if (together.length === 1) together[0]?.failed(error);
      else for (const one of together) await alone(database, accountId, one);
    }
  }
  line.busy = false;
}

async function alone(database: Database, accountId: number, { receipts, done, failed }: Waiting): Promise<void> {
  await keepReceipts(database, accountId, receipts).then(done, failed);
}

function takeFrom(line: Line): Waiting[] {
  let receipts = 0;
  let n = 0;
  for (const one of line.waiting) {
    if (n > 0 && receipts + one.receipts.length > mostAtOnce) break;
    receipts += one.receipts.length;
    n += 1;
  }
  return line.waiting.splice(0, n);
}
