import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inheritedEnvironment } from '#env';
import { onPath } from './on-path.ts';
import { Refusal } from './refusal.ts';
import { root } from './root.ts';
import { words } from './words.ts';

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium that can be run: on PATH, in Playwright's cache, downloaded by Playwright, or Debian's when root. */
export async function chromium(say: (line: string) => void): Promise<string> {
  const found = installed() ?? cached();
  if (found) return found;
  const tried = [names.join(', '), playwrightCache()];
  for (const { name, fetch } of sources) {
    say(words.fetchingChromium(name));
    try {
      await fetch();
      const fetched = cached() ?? installed();
      if (fetched) return fetched;
      tried.push(name);
    } catch (error) {
      tried.push(`${name} (${lastLine(error)})`);
    }
  }
  throw new Refusal(words.chromiumMissing(tried));
}

const sources = [
  {
    name: 'npx playwright install chromium',
    fetch: () =>
      run(process.execPath, [path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], {
        timeout: 180_000,
      }),
  },
  { name: 'apt-get install chromium', fetch: debian },
];

async function debian(): Promise<void> {
  if (userInfo().uid !== 0) throw new Error(words.onlyRoot());
  if (!onPath('apt-get')) throw new Error(words.notInstalled('apt-get'));
  const env = { ...inheritedEnvironment(), DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, timeout: 180_000, maxBuffer: 2 ** 26 });
  const install = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  await run('apt-get', install, { env, timeout: 600_000, maxBuffer: 2 ** 26 });
}

function installed(): string | undefined {
  return names.map((name) => onPath(name)).find(Boolean);
}

/** Playwright keeps each browser as chromium-<revision>/chrome-<platform>/chrome. */
function cached(): string | undefined {
  const cache = playwrightCache();
  if (!existsSync(cache)) return undefined;
  const programs = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'];
  const folders = readdirSync(cache).filter((entry) => /^chromium-\d+$/.test(entry));
  const places = folders
    .sort()
    .reverse()
    .flatMap((folder) => programs.map((program) => path.join(cache, folder, program)));
  return places.find((place) => existsSync(place));
}

function playwrightCache(): string {
  const system = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  return inheritedEnvironment()['PLAYWRIGHT_BROWSERS_PATH'] || path.join(homedir(), system, 'ms-playwright');
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split('\n').at(-1) ?? '';
}
