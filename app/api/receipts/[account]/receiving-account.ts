import type { Account, Adapter } from '#channels/channel.ts';
import { adapterOf } from '#channels/index.ts';
import type { Database } from '#drizzle/database.ts';
import { accountOf } from '#drizzle/queries/account-of.ts';

export type ReceivingAccount = { id: number; adapter: Adapter; account: Account };

/** An account as receipts need it, asked of Postgres at most every five seconds; a changed secret holds after those. */
export function receivingAccount(database: Database, id: string): Promise<ReceivingAccount | undefined> {
  if (!/^\d{1,9}$/.test(id)) return Promise.resolve(undefined);
  const known = accounts.get(id);
  if (known && Date.now() - known.askedAt < keptMs) return known.account;
  if (accounts.size > 10_000) accounts.clear();
  const account = read(database, Number(id));
  accounts.set(id, { askedAt: Date.now(), account });
  account.catch(() => accounts.delete(id));
  return account;
}

const keptMs = 5_000;
const accounts = new Map<string, { askedAt: number; account: Promise<ReceivingAccount | undefined> }>();

async function read(database: Database, id: number): Promise<ReceivingAccount | undefined> {
  const row = await accountOf(database, id);
  const adapter = row && adapterOf(row.adapter);
  const settings = adapter?.settings.safeParse(row?.settings);
  // Receipts need the secret only: settings that an official left half filled must not lose them.
  return (
    row &&
    adapter && {
      id,
      adapter,
      account: { id: String(id), mode: row.mode, settings: settings?.data, secret: row.secret },
    }
  );
}
