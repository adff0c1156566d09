import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connect } from '#drizzle/database.ts';
import { DEMONSTRATION_UNIT } from '#drizzle/demonstration/seed.ts';
import { createApiKey, scopes } from '#drizzle/queries/api-keys.ts';
import type { Plan } from './plan.ts';

/** The key of the demonstration, for drills only: made once, kept beside the data (mode 600); none for a DATABASE_URL of yours. */
export async function demonstrationKey(plan: Plan, databaseUrl: string): Promise<string | undefined> {
  if (plan.databaseUrl) return undefined;
  const file = path.join(plan.folder, 'postgres', 'demonstration-key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const database = connect(databaseUrl, { max: 1, name: 'cauce start' });
  try {
    const key = await createApiKey(database, {
      unitId: DEMONSTRATION_UNIT,
      name: 'demonstration',
      scopes: scopes.filter((scope) => scope !== 'attributes'),
      mode: 'test',
    });
    writeFileSync(file, `${key}\n`, { mode: 0o600 });
    return key;
  } finally {
    await database.end();
  }
}
