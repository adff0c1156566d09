import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import { runOnce } from '../run-once.ts';
import { StartFailure } from '../supervisor.ts';
import { words } from '../words.ts';
import { type Account, runAs } from './account.ts';
import { readPostgresTrouble } from './trouble.ts';

const leastFreeBytes = 512 * 1024 ** 2;

/** Makes a new data folder, whole or not at all. */
export async function initialiseData(wish: {
  data: string;
  password: string;
  initdb: string;
  account: Account;
  logFolder: string;
}): Promise<void> {
  const { data, password, initdb, account, logFolder } = wish;
  refuseFullDisk(path.dirname(data));
  // Made aside and renamed: an interrupted start leaves no half-made folder.
  const unfinished = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const owned of [unfinished, passwordFile]) chownSync(owned, account.uid, account.gid);
  const flags = [
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile}`,
    '--username=cauce',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const errand = await runAs(account, path.dirname(data), initdb, flags);
  try {
    await runOnce({ name: 'initdb', ...errand, cwd: '/', logFolder });
    renameSync(unfinished, data);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error instanceof StartFailure ? readPostgresTrouble(error.lastWords, data) : error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Refuses a data folder that is damaged on the face of it, of another Postgres, or on a full disk. */
export function refuseForeignData(data: string, major: string): void {
  const versionFile = path.join(data, 'PG_VERSION');
  if (!existsSync(versionFile)) throw new Refusal(words.dataDamaged(data, 'PG_VERSION'));
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== major) throw new Refusal(words.dataOfOtherVersion(data, version, major));
  refuseFullDisk(data);
}

function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastFreeBytes) throw new Refusal(words.diskFull(folder));
}
