import { env } from '#env';
import { galleryFolders, loadJourney } from '#gallery/load-journey.ts';
import { connect, type Database, transaction } from './database.ts';
import type { SandboxDoors } from './demonstration/accounts.ts';
import { seedOfficials } from './demonstration/officials.ts';
import { DEMONSTRATION_UNIT, seedCitizens, seedGround } from './demonstration/seed.ts';
import { municipalitiesOfSpain } from './demonstration/territory.ts';
import { publish } from './queries/publish.ts';

export { DEMONSTRATION_UNIT };

/** How many are invented, and the seed of their dice: the same on every machine. */
const INVENTED = { citizens: 50_000, businesses: 2_000, seed: 2026 };

/**
 * Fills an empty, migrated database with the demonstration territory: real municipalities and holidays, invented people and
 * businesses, sandbox accounts and the journeys of the gallery. Safe to repeat: what is there stays. `say` hears each step.
 */
export async function seedDemonstration(
  databaseUrl: string,
  say: (step: string) => void,
  doors: SandboxDoors = ownDoors(),
): Promise<void> {
  // Inventing people takes a while, inside the transaction that keeps others from inventing them too.
  const database = connect(databaseUrl, { max: 2, name: 'cauce demonstration', idleInTransactionMs: 0 });
  try {
    const municipalities = municipalitiesOfSpain();
    say('demonstration: municipalities, holidays, accounts');
    await transaction(database, (tx) => seedGround(tx, municipalities, doors));
    await seedOfficials(database, DEMONSTRATION_UNIT);
    say('demonstration: inventing people');
    await transaction(database, (tx) => seedCitizens(tx, municipalities, INVENTED));
    say('demonstration: publishing the gallery');
    for (const folder of galleryFolders()) await publishFromGallery(database, folder);
  } finally {
    await database.end();
  }
}

function ownDoors(): SandboxDoors {
  const { SANDBOX_PORT, SANDBOX_SMTP_PORT, SANDBOX_SECRET } = env();
  return { port: SANDBOX_PORT, smtpPort: SANDBOX_SMTP_PORT, secret: SANDBOX_SECRET };
}

async function publishFromGallery(database: Database, folder: string) {
  const parsed = loadJourney(folder);
  const published = parsed.ok
    ? await publish(database, { unitId: DEMONSTRATION_UNIT, journey: parsed.journey })
    : parsed;
  // A journey we ship that cannot be published is our bug, not an official's mistake.
  if (!published.ok) throw new Error(`gallery/${folder}: ${JSON.stringify(published.problems)}`);
}
