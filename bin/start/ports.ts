import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { Refusal } from '../refusal.ts';
import { words } from '../words.ts';

/** A port one of our processes will listen on, and the variable that chooses another. */
export type NeededPort = { name: string; port: number; variable: string };

/** Refuses the first port that someone else listens on, naming them where the system tells. */
export async function refuseBusyPorts(needed: NeededPort[]): Promise<void> {
  for (const { name, port, variable } of needed) {
    if (!(await isFree(port))) throw new Refusal(words.portTaken(port, name, listenerOn(port), variable));
  }
}

/**
 * Ports that are free on loopback now, all different, from below those that systems give to connections by themselves (Linux
 * from 32768, others from 49152): between this answer and their use, nobody's connection takes one.
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  for (let tries = 0; found.size < count; tries++) {
    if (tries > 1_000) throw new Error('no free ports between 20000 and 32000');
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Who listens on a port, in words; empty where the system does not tell. */
function listenerOn(port: number): string {
  try {
    const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeningInodes(table, port)));
    const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holdsSocket(entry, inodes));
    return pid ? words.process(readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), Number(pid)) : '';
  } catch {
    return '';
  }
}

function listeningInodes(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync(table, 'utf8').split('\n').slice(1);
  const listening = '0A';
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter((cells) => cells[1]?.endsWith(suffix) && cells[3] === listening)
    .map((cells) => `socket:[${cells[9]}]`);
}

function holdsSocket(pid: string, inodes: Set<string>): boolean {
  try {
    const files = readdirSync(`/proc/${pid}/fd`);
    return files.some((file) => inodes.has(linkOf(`/proc/${pid}/fd/${file}`)));
  } catch {
    return false;
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
