import { execFile } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { inheritedEnvironment } from '#env';
import { onPath } from './on-path.ts';
import { Refusal } from './refusal.ts';
import { runOnce } from './run-once.ts';
import { StartFailure } from './supervisor.ts';
import { words } from './words.ts';

const run = promisify(execFile);
const version = '1.5.1';
const firstByteMs = 20_000;
const wholeDownloadMs = 300_000;

/**
 * The `temporal` command: on PATH, else cached, else downloaded, else built from source with Go (about 5 minutes, once).
 * `say` hears each longer step; throws a `Refusal` that names everything tried.
 */
export async function temporalBinary(say: Say, sources: Source[] = officialSources): Promise<string> {
  const cached = path.join(cacheFolder(), `temporal-${version}`, 'temporal');
  const found = onPath('temporal') ?? (existsSync(cached) ? cached : undefined);
  if (found) return found;
  const tried = [words.temporalOnPath(), cached];
  for (const source of sources) {
    const where = source.name();
    say(words.trying(where));
    try {
      await fresh(cached, (folder) => source.fetch(folder, say));
      return cached;
    } catch (error) {
      tried.push(`${where} (${reasonOf(error)})`);
    }
  }
  throw new Refusal(words.temporalMissing(tried));
}

type Say = (line: string) => void;
/** A place to get the command from; `fetch` leaves it in the folder. */
type Source = { name: () => string; fetch: (folder: string, say: Say) => Promise<unknown> };

const machine = process.arch === 'x64' ? 'amd64' : process.arch;
const archives = [
  `https://temporal.download/cli/archive/v${version}?platform=${process.platform}&arch=${machine}`,
  `https://github.com/temporalio/cli/releases/download/v${version}/temporal_cli_${version}_${process.platform}_${machine}.tar.gz`,
];
const officialSources: Source[] = [
  ...archives.map((url) => ({
    name: () => words.download(new URL(url).host),
    fetch: (folder: string) => download(url, folder),
  })),
  { name: () => `go install github.com/temporalio/cli/cmd/temporal@v${version}`, fetch: build },
];

/** Made aside, tried, then renamed: what lies in the cache has run once. */
async function fresh(cached: string, fetchInto: (folder: string) => Promise<unknown>): Promise<void> {
  const parent = path.dirname(path.dirname(cached));
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, 'new-'));
  try {
    await fetchInto(folder);
    await run(path.join(folder, 'temporal'), ['--version'], { timeout: 20_000 });
    rmSync(path.dirname(cached), { recursive: true, force: true });
    renameSync(folder, path.dirname(cached));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(url: string, folder: string): Promise<void> {
  const patience = new AbortController();
  const late = setTimeout(() => patience.abort(new Error(`${firstByteMs / 1000} s`)), firstByteMs);
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.any([patience.signal, AbortSignal.timeout(wholeDownloadMs)]),
    });
    clearTimeout(late);
    if (!answer.ok || !answer.body) throw new Error(`HTTP ${answer.status}`);
    const file = path.join(folder, 'temporal.tar.gz');
    await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(file));
    await run('tar', ['-xzf', file, '-C', folder, 'temporal']);
    rmSync(file);
  } finally {
    clearTimeout(late);
  }
}

async function build(folder: string, say: Say): Promise<void> {
  const go = onPath('go');
  if (!go) throw new Error(words.notInstalled('go'));
  const began = Date.now();
  const progress = setInterval(() => say(words.temporalBuilding(Date.now() - began)), 15_000);
  try {
    await runOnce({
      name: 'go-install',
      command: go,
      args: ['install', `github.com/temporalio/cli/cmd/temporal@v${version}`],
      // Without C: no compiler is needed, and the result does not depend on this machine's libraries.
      env: { ...inheritedEnvironment(), GOBIN: folder, CGO_ENABLED: '0' },
      cwd: folder,
      logFolder: path.join(cacheFolder(), 'log'),
    });
  } catch (error) {
    throw error instanceof StartFailure ? new Error(error.lastWords.at(-1) ?? error.message) : error;
  } finally {
    clearInterval(progress);
  }
}

function cacheFolder(): string {
  return path.join(inheritedEnvironment()['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'cauce');
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (reason instanceof Error ? reason.message : String(reason)).trim().split('\n').at(-1) ?? '';
}
