import path from 'node:path';
import { env } from '#env';
import { root } from '../root.ts';

/** The command that serves the pages, built (`app/serve.ts`) or watching (`next dev`), as one process of its own. */
export function webCommand(wish: { dev: boolean; host: string; port: number }): { command: string; args: string[] } {
  const serving = wish.dev
    ? [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'dev']
    : ['--import', 'tsx', path.join(root, 'app', 'serve.ts')];
  return { command: process.execPath, args: [...serving, '--hostname', wish.host, '--port', String(wish.port)] };
}

/** Whether others can reach the web, and not over TLS. */
export function isPlain(host: string): boolean {
  return !isLoopback(host) && env().PUBLIC_URL?.startsWith('https:') !== true;
}

/** Whether only this machine can reach a web that listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
