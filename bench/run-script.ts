import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '#bin/root.ts';
import type { World } from './world.ts';

/**
 * Runs a script of this room as a process of its own, with one JSON argument, and reads the JSON of its last line. It is
 * killed when it takes longer than `patienceMs`, and ends with us.
 */
export async function runScript<T>(world: World, file: string, errand: object, patienceMs: number): Promise<T> {
  const args = ['--import', 'tsx', path.join(root, 'bench', file), JSON.stringify(errand)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: world.environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const late = setTimeout(end, patienceMs);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(late);
  process.off('exit', end);
  if (code !== 0) throw new Error(`bench/${file} ended with ${code ?? 'a signal'}`);
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as T;
}
