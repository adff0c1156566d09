import { beatDoor, beatEveryMs } from '#drizzle/crowd/receipt-door.ts';
import { database } from './database.ts';

/** Says every few seconds that receipts can come in here, so that their absence is known for an outage of ours afterwards. */
export function keepReceiptDoor(): void {
  const beat = () => Promise.resolve().then(() => beatDoor(database()));
  setInterval(() => void beat().catch(() => undefined), beatEveryMs).unref();
}
