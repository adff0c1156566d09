import { DEMONSTRATION_UNIT, seedDemonstration } from '#drizzle/demonstration.ts';
import { createApiKey } from '#drizzle/queries/api-keys.ts';
import type { World } from '../world.ts';

/** The demonstration as `npm start` seeds it, in a world of its own, and a test key to speak to it. */
export type Demonstration = { unitId: string; key: string };

/** Invents the territory, its people, accounts and gallery, and makes a key that is heard by drills only. */
export async function demonstrationIn(world: World): Promise<Demonstration> {
  await seedDemonstration(world.databaseUrl, world.say, {
    port: Number(new URL(world.sandboxUrl).port),
    smtpPort: world.sandboxSmtpPort,
    secret: world.sandboxSecret,
  });
  const unitId = DEMONSTRATION_UNIT;
  const scopes = ['read', 'launch', 'events', 'cap', 'tasks', 'attributes', 'control'] as const;
  return { unitId, key: await createApiKey(world.database, { unitId, name: 'story', scopes, mode: 'test' }) };
}
