import { ensureKey } from '#drizzle/audit/ensure-key.ts';
import { readSeals } from '#drizzle/audit/read-audit.ts';
import { sealDays } from '#drizzle/audit/seal-days.ts';
import { keepSeals } from '#drizzle/audit/seal-file.ts';
import type { Database } from '#drizzle/database.ts';
import type { Log } from '../log.ts';
import { checkAudit } from './check-audit.ts';
import { sendSeals } from './send-seals.ts';

/**
 * Signs the days of the audit that are over, keeps the seals beside the key, and sends them off this host until somebody of
 * data protection has them. After each night the whole is verified. `folder` is outside the database. Answers how many days were signed.
 */
export async function keepAudit(database: Database, folder: string, log: Log): Promise<number> {
  const key = await ensureKey(database, folder);
  if ('missing' in key) {
    log.warn({ key: key.missing }, 'the key that signs the audit is not on this machine');
    return 0;
  }
  const sealed = await sealDays(database, key);
  keepSeals(folder, await readSeals(database));
  await sendSeals(database, folder);
  if (sealed.length > 0) await checkAudit(database, folder);
  return sealed.length;
}
