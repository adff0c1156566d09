import path from 'node:path';
import { inheritedEnvironment } from '#env';
import { root } from '../root.ts';
import { runningCauce } from '../start/run-record.ts';

/** Points this process to the Postgres and Temporal of the Cauce that runs here, where the environment names none. */
export function adoptRunning(): void {
  const environment = inheritedEnvironment();
  const running = runningCauce(path.resolve(root, environment['CAUCE_DIR'] ?? '.cauce'));
  if (environment['DATABASE_URL'] || !running) return;
  if (running.databaseUrl) environment['DATABASE_URL'] = running.databaseUrl;
  if (running.temporalAddress) environment['TEMPORAL_ADDRESS'] ??= running.temporalAddress;
}
