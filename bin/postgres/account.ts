import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';
import { words } from '../words.ts';

const run = promisify(execFile);

/** The system account Postgres runs under: our own, unless we are root, which Postgres refuses. */
export type Account = { name: string; uid: number; gid: number } | undefined;

/** Finds the account `postgres`, or creates it, when we are root; undefined when we are not. */
export async function serverAccount(): Promise<Account> {
  if (userInfo().uid !== 0) return undefined;
  const found = (await account('postgres')) ?? (await createAccount()) ?? (await account('nobody'));
  if (!found) throw new Refusal(words.noPostgresAccount());
  return found;
}

/** Whether that account may enter the folder (or run the file). */
export async function canReach(account: Account, place: string): Promise<boolean> {
  if (!account) return true;
  const { uid, gid } = account;
  return run('test', ['-x', place], { uid, gid, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

type Errand = { command: string; args: string[]; uid?: number; gid?: number };

/**
 * The command that runs a server binary as that account on a data folder. A folder closed to others (below root's home,
 * `mktemp -d`) is reached through one ambient capability of Linux, so that no folder's permissions have to be changed.
 */
export async function runAs(account: Account, folder: string, command: string, args: string[]): Promise<Errand> {
  if (!account) return { command, args };
  const { uid, gid } = account;
  if (await canReach(account, folder)) return { command, args, uid, gid };
  const reach = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const guise = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...reach];
  await run('setpriv', [...guise, 'true']).catch(() => {
    throw new Refusal(words.folderClosed(folder, account.name));
  });
  return { command: 'setpriv', args: [...guise, command, ...args] };
}

async function account(name: string): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createAccount(): Promise<Account> {
  try {
    await run('groupadd', ['--system', '--force', 'postgres']);
    await run('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']);
  } catch {
    return undefined;
  }
  return account('postgres');
}
