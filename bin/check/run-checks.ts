import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inheritedEnvironment } from '#env';
import { root } from '../root.ts';
import { words } from '../words.ts';

type Check = { name: string; command: string; args: string[] };
export type Count = { passed: number; failed: number };

/** Runs every check of the code, two at a time, and tells each with its time; what a failing one said comes with it. */
export async function runChecks(say: (line: string) => void): Promise<Count> {
  // The types of pages and styles, which a fresh clone does not have yet.
  await outcome({ name: 'page types', command: binary('next'), args: ['typegen'] });
  const waiting = [...checks()];
  const count = { passed: 0, failed: 0 };
  const next = async (): Promise<void> => {
    const check = waiting.shift();
    if (!check) return;
    const began = Date.now();
    const { code, output } = await outcome(check);
    count[code === 0 ? 'passed' : 'failed'] += 1;
    if (code !== 0) say(output.trimEnd());
    say(`${code === 0 ? '✓' : '✗'} ${check.name} (${words.seconds(Date.now() - began)})`);
    return next();
  };
  await Promise.all([next(), next()]);
  return count;
}

function checks(): Check[] {
  const script = (file: string) => ({ command: process.execPath, args: ['--import', 'tsx', path.join(root, file)] });
  return [
    { name: 'types', command: binary('tsc'), args: ['-p', '.'] },
    { name: 'format', command: binary('biome'), args: ['check', '.', '--max-diagnostics=20'] },
    { name: 'lint', command: binary('oxlint'), args: ['--deny-warnings'] },
    { name: 'types of engine', command: binary('tsc'), args: ['-p', 'engine'] },
    { name: 'unused code', command: binary('knip'), args: ['--no-progress'] },
    ...(existsSync(path.join(root, 'locales', 'check-locales.ts'))
      ? [{ name: 'locales', ...script('locales/check-locales.ts') }]
      : []),
    { name: 'permissions', ...script('app/check-map.ts') },
    { name: 'workflow bundle', ...script('bin/bundle.ts') },
  ];
}

function binary(name: string): string {
  return path.join(root, 'node_modules', '.bin', name);
}

function outcome({ command, args }: Check): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...inheritedEnvironment(), FORCE_COLOR: '0' } });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('exit', (code) => resolve({ code, output }));
  });
}
