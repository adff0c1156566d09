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

/** Ports that are free on loopback now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve(portOf(server)))),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
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
