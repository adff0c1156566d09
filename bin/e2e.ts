import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inheritedEnvironment } from '#env';
import { Refusal } from './refusal.ts';
import { root } from './root.ts';
import { freePorts } from './start/ports.ts';
import { words } from './words.ts';

export type Product = { address: string; said: () => string; stop: () => Promise<number | null> };

const patienceMs = 900_000;

/** Starts Cauce as `npm start` does, in its own folder on free ports; resolves once it says where it can be opened. */
export async function bootProduct(folder: string, say: (line: string) => void): Promise<Product> {
  const [web, postgres, temporal, temporalUi, sandbox, smtp, metrics] = await freePorts(7);
  const child = spawn(process.execPath, [path.join(root, 'bin', 'start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inheritedEnvironment(),
      DATABASE_URL: undefined,
      TEMPORAL_ADDRESS: undefined,
      CAUCE_DIR: folder,
      PORT: String(web),
      POSTGRES_PORT: String(postgres),
      TEMPORAL_PORT: String(temporal),
      TEMPORAL_UI_PORT: String(temporalUi),
      SANDBOX_PORT: String(sandbox),
      SANDBOX_SMTP_PORT: String(smtp),
      METRICS_PORT: String(metrics),
    },
  });
  let said = '';
  let code: number | null | undefined;
  const hear = (text: Buffer) => {
    said += text.toString();
    for (const line of text.toString().split('\n').filter(Boolean)) say(`  ${line}`);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void gone.then((exit) => (code = exit));
  const address = `http://localhost:${web}`;
  const stop = () => {
    child.kill('SIGTERM');
    return gone;
  };
  for (const deadline = Date.now() + patienceMs; !said.includes(`: ${address}\n`); await sleep(200)) {
    if (code !== undefined) throw new Refusal(words.productDidNotStart(said.trim().split('\n').slice(-12).join('\n')));
    if (Date.now() < deadline) continue;
    await stop();
    throw new Refusal(words.productDidNotStart(`${patienceMs / 1000} s`));
  }
  return { address, said: () => said, stop };
}
