import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { runAs, serverAccount } from './postgres/account.ts';
import { postgresBinaries } from './postgres/binaries.ts';
import { initialiseData, refuseForeignData } from './postgres/data.ts';
import { stopForgottenPostgres } from './postgres/leftover.ts';
import { crowdSettings } from './postgres/settings.ts';
import { readPostgresTrouble } from './postgres/trouble.ts';
import { type Kept, StartFailure, supervise } from './supervisor.ts';

const databaseName = 'cauce';

/** `settings` go before the usual ones of `crowdSettings`. */
type Place = { dir: string; port: number; settings?: Record<string, string> };
type RunningPostgres = { url: string; pid: number; stop: () => Promise<void> };

/**
 * Starts our own Postgres 18 on 127.0.0.1:`port` with its data, password and log under `dir`, creating what is missing.
 * Throws a `Refusal` that says what to do when it cannot.
 */
export async function startPostgres(place: Place): Promise<RunningPostgres> {
  const { kept, url } = await preparePostgres(place);
  const supervisor = supervise({ logFolder: path.join(place.dir, 'log') });
  try {
    await supervisor.start(kept);
  } catch (error) {
    throw explainPostgres(error, place.dir);
  }
  return { url, pid: supervisor.pids().postgres ?? 0, stop: supervisor.stop };
}

/** Makes the data folder when there is none and says how to run the server; nothing runs yet. */
export async function preparePostgres(place: Place): Promise<{ kept: Kept; url: string }> {
  const { port } = place;
  const dir = path.resolve(place.dir);
  mkdirSync(dir, { recursive: true });
  const data = path.join(dir, 'data');
  const password = passwordIn(dir);
  const account = await serverAccount();
  const binaries = await postgresBinaries(account);
  if (existsSync(data)) {
    refuseForeignData(data, binaries.major);
    await stopForgottenPostgres(data);
  } else {
    await initialiseData({ data, password, initdb: binaries.initdb, account, logFolder: path.join(dir, 'log') });
  }
  const settings = Object.entries({ ...crowdSettings(), ...place.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = `postgres://cauce:${password}@127.0.0.1:${port}`;
  const kept: Kept = {
    name: 'postgres',
    ...(await runAs(account, dir, binaries.postgres, ['-D', data, '-p', String(port), ...settings])),
    cwd: '/',
    ready: () => databaseThere(`${server}/postgres`),
    // After a crash it first replays up to 8 GB of its log.
    readyWithinMs: 600_000,
    // A predecessor that was killed may hold its memory for a moment.
    startAttempts: 3,
    // Fast shutdown: transactions in progress are rolled back, nothing committed is lost.
    stopSignal: 'SIGINT',
    stopWithinMs: 30_000,
  };
  return { kept, url: `${server}/${databaseName}` };
}

/** Turns the last words of a Postgres that did not start into a `Refusal`; anything else comes back as it is. */
export function explainPostgres(error: unknown, dir: string): unknown {
  if (!(error instanceof StartFailure) || error.process !== 'postgres') return error;
  return readPostgresTrouble(error.lastWords, path.join(dir, 'data'));
}

/** True once the server answers and holds our (maybe still empty) database. */
async function databaseThere(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function passwordIn(dir: string): string {
  const file = path.join(dir, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
