import { env } from '#env';
import { Refusal } from './refusal.ts';
import { migrated } from './start/database-ready.ts';
import { words } from './words.ts';

/** Brings the schema of DATABASE_URL to this version; refuses in one sentence, exit code 1, what it cannot. */
try {
  const url = env().DATABASE_URL;
  if (url === undefined) throw new Refusal(words.migrateWhere());
  await migrated(url);
  process.stdout.write(`${words.migrateDone()}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
