import type { Channel, Lane } from '#channels/channel.ts';
import { adapterOf } from '#channels/index.ts';
import type { Database } from '#drizzle/database.ts';
import { officeAccount } from '#drizzle/queries/office-account.ts';
import { connectionOf } from './connection-of.ts';

/** Something to tell somebody who works here; the same `key` is the same telling. */
export type OfficeNote = { key: string; to: string; subject?: string; text: string; language: string };

/**
 * Writes to people of the house by its own contract for a channel, past the outbox of citizens. Answers the keys that the
 * provider accepted: none when there is no contract in force.
 */
export async function writeToOffice(
  database: Database,
  { unitId, channel, lane = 'service' }: { unitId: string | null; channel: Channel; lane?: Lane },
  notes: readonly OfficeNote[],
): Promise<string[]> {
  if (notes.length === 0) return [];
  const account = await officeAccount(database, channel, unitId);
  const adapter = account && adapterOf(account.adapter);
  if (!account || !adapter) return [];
  const from = account.sender === null ? {} : { from: account.sender };
  const outcomes = await connectionOf(adapter, account).hand(
    notes.map((note) => ({ ...note, ...from, about: `office/${note.key}`, channel, lane, class: 'statutory' })),
  );
  return outcomes.flatMap(({ key, status }) => (status === 'accepted' ? [key] : []));
}
