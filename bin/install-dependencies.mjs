// Runs before anything is installed: only Node's own modules here.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const spanish = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('es');
const say = (es, en) => process.stdout.write(`${spanish ? es : en}\n`);

/** Refuses a Node that is too old, and installs the dependencies unless those of package-lock.json are there already. */
export async function installDependencies() {
  refuseOldNode();
  const hash = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  // Beside what it describes: whoever deletes node_modules deletes the mark too.
  const mark = path.join(root, 'node_modules', '.cauce-lock-hash');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  if (matchesLock()) return remember(mark, hash);
  const began = Date.now();
  say('… Dependencias (npm ci)', '… Dependencies (npm ci)');
  rmSync(mark, { force: true });
  // A registry that lacks the packages of other platforms makes `npm ci` refuse a lock that `npm install` accepts.
  const failure = (await npm(['ci'])) && (await npm(['install', '--no-save']));
  if (failure) {
    process.stderr.write(`${failure}\n`);
    say(
      'No se han podido instalar las dependencias: compruebe la conexión con el registro de npm y vuelva a empezar.',
      'The dependencies could not be installed: check the connection to the npm registry and start again.',
    );
    process.exit(1);
  }
  remember(mark, hash);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`✓ Dependencias (${seconds} s)`, `✓ Dependencies (${seconds} s)`);
}

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const [major = 0, minor = 0] = engines.node
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  const [ours = 0, ourMinor = 0] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && ourMinor >= minor)) return;
  say(
    `Cauce necesita Node ${engines.node} y este es ${process.versions.node}: instale uno más nuevo (https://nodejs.org).`,
    `Cauce needs Node ${engines.node} and this is ${process.versions.node}: install a newer one (https://nodejs.org).`,
  );
  process.exit(1);
}

/** npm writes what it installed into node_modules/.package-lock.json: the same versions mean nothing is to be done. */
function matchesLock() {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || have[place]?.version === version || (optional && !have[place]),
  );
}

/** Empty when npm succeeded, else its last words. */
function npm(args) {
  return new Promise((resolve) => {
    const child = spawn('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-2_000)));
    child.stdout.resume();
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => resolve(code === 0 ? '' : said.trim() || `npm ${args[0]}: ${code}`));
  });
}

function remember(mark, hash) {
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, hash);
}
