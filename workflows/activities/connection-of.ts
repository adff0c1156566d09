import type { Adapter, Connection } from '#channels/channel.ts';
import type { AccountRow } from '#drizzle/queries/account-of.ts';

// A way to a provider is opened once per account and contract, and kept while the contract reads the same.
const open = new Map<number, { contract: string; connection: Connection }>();

/** The open connection of an account; a changed contract opens a new one and closes the old. Throws on unreadable settings. */
export function connectionOf(adapter: Adapter, account: AccountRow): Connection {
  const contract = JSON.stringify([adapter.slug, account.mode, account.settings, account.secret]);
  const known = open.get(account.id);
  if (known?.contract === contract) return known.connection;
  void known?.connection.close();
  const connection = adapter.connect({
    id: String(account.id),
    mode: account.mode,
    settings: adapter.settings.parse(account.settings),
    secret: account.secret,
  });
  open.set(account.id, { contract, connection });
  return connection;
}

/** Closes every connection, when a worker stops. */
export async function closeConnections(): Promise<void> {
  await Promise.all([...open.values()].map(({ connection }) => connection.close()));
  open.clear();
}
