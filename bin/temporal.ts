import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { type Kept, supervise } from './supervisor.ts';
import { temporalBinary } from './temporal-binary.ts';

type Place = { dir: string; port: number; uiPort: number };
type Say = (line: string) => void;

/** Starts our own Temporal with its Web UI on 127.0.0.1, its history in `dir`/temporal.db; resolves once it answers. */
export async function startTemporal(
  place: Place,
  say: Say = () => undefined,
): Promise<{ address: string; pid: number; stop: () => Promise<void> }> {
  const { kept, address } = await prepareTemporal(place, say);
  const supervisor = supervise({ logFolder: path.join(place.dir, 'log') });
  await supervisor.start(kept);
  return { address, pid: supervisor.pids().temporal ?? 0, stop: supervisor.stop };
}

/** Finds or fetches the command and says how to run the server; nothing runs yet. */
export async function prepareTemporal(
  { dir, port, uiPort }: Place,
  say: Say,
): Promise<{ kept: Kept; address: string }> {
  const folder = path.resolve(dir);
  mkdirSync(folder, { recursive: true });
  const command = await temporalBinary(say);
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)];
  args.push('--db-filename', path.join(folder, 'temporal.db'), '--log-level', 'warn');
  for (const pragma of pragmas) args.push('--sqlite-pragma', pragma);
  for (const [key, value] of Object.entries(settings)) args.push('--dynamic-config-value', `${key}=${value}`);
  const ready = () => namespaceThere(uiPort);
  return { kept: { name: 'temporal', command, args, ready, stopWithinMs: 10_000 }, address: `127.0.0.1:${port}` };
}

/** Whether something accepts connections at `host:port` within two seconds. */
export async function answersAt(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 7233), timeout: 2_000 });
    const settle = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

/** Postgres is the truth and Temporal can be rebuilt from it: losing the last moment in a power cut is enough safety. */
const pragmas = ['journal_mode=WAL', 'synchronous=NORMAL'];

const settings = {
  // Lanes: without the new matcher, priorities are kept but not obeyed; one partition obeys them strictly.
  'matching.useNewMatcher': true,
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
  'frontend.rps': 10_000,
  'frontend.namespaceRPS': 10_000,
  'matching.rps': 10_000,
  'history.rps': 10_000,
};

/** The Web UI asks the server itself, so this answer means that both are up and the namespace exists. */
async function namespaceThere(uiPort: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${uiPort}/api/v1/namespaces/default`, {
    signal: AbortSignal.timeout(2_000),
  });
  return answer.ok;
}
