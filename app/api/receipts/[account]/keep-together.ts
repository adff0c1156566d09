import { keepReceipts, type ReceivedReceipt } from '#drizzle/crowd/keep-receipts.ts';
import { keepingTogether } from '../../together.ts';

/** Keeps receipts of one account (`line` is its id), together with those of other requests that wait at the same moment. */
export const keepTogether = keepingTogether<number, ReceivedReceipt, void>({
  nameOf: String,
  mostAtOnce: 5_000,
  keep: async (database, accountId, lists) => {
    await keepReceipts(database, accountId, lists.flat());
    return lists.map(() => undefined);
  },
});
