import type { Outgoing } from '#channels/channel.ts';
import { adapterOf } from '#channels/index.ts';
import type { Database } from '#drizzle/database.ts';
import { testAccount } from '#drizzle/queries/test-account.ts';
import type { Channel } from '#engine/journey.ts';
import { inventedLandline, inventedMobile } from '#engine/text/invented-contact.ts';

export type TestMessage = {
  unitId: string;
  channel: Channel;
  language: string;
  text: { subject?: string | undefined; body: string; html?: string };
  official: { id: string; email: string };
};
export type TestSent = { ok: true; to: string } | { ok: false; reason: string };

/**
 * Sends one text to the official who wrote it and to nobody else: by e-mail to the address they sign in with, by every
 * other channel to a phone of the sandbox that is theirs alone. It is no message of a run and counts nowhere.
 */
export async function sendTest(
  database: Database,
  { unitId, channel, language, text, official }: TestMessage,
): Promise<TestSent> {
  const account = await testAccount(database, unitId, channel);
  if (!account) return { ok: false, reason: 'no-account' };
  const adapter = adapterOf(account.adapter);
  if (!adapter) return { ok: false, reason: 'no-account' };
  const to = channel === 'email' ? official.email : addressOf(channel, official.id);
  const connection = adapter.connect({
    id: String(account.id),
    mode: account.mode,
    settings: adapter.settings.parse(account.settings),
    secret: account.secret,
  });
  try {
    const [outcome] = await connection.hand([outgoing()]);
    return outcome?.status === 'accepted' ? { ok: true, to } : { ok: false, reason: outcome?.code ?? 'unavailable' };
  } finally {
    await connection.close();
  }

  function outgoing(): Outgoing {
    const key = crypto.randomUUID();
    return {
      key,
      about: `test/${official.id}/${channel}/1/test`,
      channel,
      to,
      text: text.body,
      language,
      lane: 'service',
      class: 'service',
      ...(account?.sender ? { from: account.sender } : {}),
      subject: `[PRUEBA] ${text.subject ?? ''}`.trim(),
      ...(text.html === undefined ? {} : { html: text.html }),
    };
  }
}

/** A phone, token or door that no citizen has: the same one for the same official. Its last figures mean: delivered. */
function addressOf(channel: Channel, officialId: string): string {
  const n = Number.parseInt(officialId.slice(-6), 16) % 100_000;
  if (channel === 'voice') return inventedLandline(n * 100 + 10);
  if (channel === 'push') return `prueba-${n}`;
  return channel === 'letter' ? `Pruebas de Cauce, ${n}` : inventedMobile(n * 100 + 10);
}
