import type { Database } from '#drizzle/database.ts';
import { inventCrowd } from '#drizzle/demonstration/crowd.ts';
import { publish } from '#drizzle/queries/publish.ts';
import { parse } from '#engine/journey.ts';
import type { World } from './world.ts';

/** How simulated recipients of an account behave: shares of those reached, and how long after acceptance (ms). */
export type Profile = { delivered: number; failed: number; delayMs: { min: number; max: number } };
export type BenchAccount = {
  slug: string;
  channel: string;
  adapter: 'http-batch' | 'smtp';
  settings: Record<string, unknown>;
  rate?: number;
  profile: Profile | 'by-address';
};

export const SEED = 7;
/** What the recipients of a crowd do: nine of ten messages arrive within one to three seconds, one of ten fails. */
export const NINE_OF_TEN: Profile = { delivered: 0.9, failed: 0.1, delayMs: { min: 1_000, max: 3_000 } };
export const ALL_REACHED: Profile = { delivered: 1, failed: 0, delayMs: { min: 1_000, max: 3_000 } };
export const SILENT: Profile = { delivered: 0, failed: 0, delayMs: { min: 0, max: 0 } };

/** A unit with its invented citizens; everyone has a mobile and a mailbox, four languages in equal parts. */
export async function settle(database: Database, citizens: number, seed = SEED): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into unit (name) values ('Banco de pruebas') returning id`,
  );
  const unitId = rows[0]!.id;
  await inventCrowd(database, { citizens, unitId, seed });
  await database.query('vacuum analyze citizen');
  return unitId;
}

/** Adds sandbox accounts to a unit and tells the gateway how their recipients behave; the accounts' ids by slug. */
export async function openAccounts(
  world: World,
  unitId: string,
  accounts: readonly BenchAccount[],
): Promise<Record<string, number>> {
  const ids: Record<string, number> = {};
  for (const { slug, channel, adapter, settings, rate, profile } of accounts) {
    const { rows } = await world.database.query<{ id: number }>(
      `insert into account (unit_id, slug, name, channel, adapter, mode, settings, secret, sender, rate)
       values ($1, $2, $2, $3, $4, 'sandbox', $5, $6, $7, $8) returning id`,
      [unitId, slug, channel, adapter, settings, world.sandboxSecret, senderOf(channel), rate ?? null],
    );
    ids[slug] = rows[0]!.id;
    await tellGateway(world, `accounts/${ids[slug]}`, { profile });
  }
  return ids;
}

/** Settings of an account that speaks the batch protocol to the sandbox. */
export const overHttp = (world: World, batch = 500, concurrency = 4) => ({ url: world.sandboxUrl, batch, concurrency });
/** Settings of an account that speaks SMTP to the sandbox. */
export const overSmtp = (world: World) => ({
  host: '127.0.0.1',
  port: world.sandboxSmtpPort,
  security: 'none',
  from: 'Banco de pruebas <avisos@ejemplo.invalid>',
});

/** Publishes a journey as an official would; throws with every problem when it may not be. */
export async function publishJourney(database: Database, unitId: string, json: unknown): Promise<string> {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const published = await publish(database, { unitId, journey: parsed.journey });
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
  return published.revisionId;
}

/** `PUT /control/…` of the sandbox gateway, for settings; POST when there is nothing to say. */
export async function tellGateway(world: World, what: string, settings?: object): Promise<void> {
  const answer = await fetch(`${world.sandboxUrl}/control/${what}`, {
    method: settings ? 'PUT' : 'POST',
    ...(settings && { body: JSON.stringify(settings) }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`the gateway answered ${answer.status} to ${what}: ${await answer.text()}`);
}

const senderOf = (channel: string): string => (channel === 'email' ? 'avisos@ejemplo.invalid' : 'BANCO');
