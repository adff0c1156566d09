import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Connection } from '#channels/channel.ts';
import { httpBatch } from '#channels/http-batch/http-batch.ts';
import { readEvents } from '#channels/http-batch/read-callback.ts';
import { checkCode } from '#engine/text/check-code.ts';
import { endWithParent } from '../end-with-parent.ts';

/** What the baseline is told: the same Temporal and gateway, an account of its own, and how many lives at which concurrencies. */
export type BaselineErrand = {
  temporalAddress: string;
  sandboxUrl: string;
  accountId: string;
  secret: string;
  lives: number;
  concurrencies: number[];
};
export type BaselineFound = { perSecond: number; concurrency: number; lives: number; tried: Record<string, number> };
export type Person = { id: string; name: string };
export type LifeActivities = { send: (person: Person, rung: string) => Promise<void> };

// A process of its own: worker, client and receipt door of the baseline.
endWithParent();
const errand = JSON.parse(process.argv[2] ?? '{}') as BaselineErrand;
Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const folder = mkdtempSync(join(tmpdir(), 'cauce-baseline-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const connection = await NativeConnection.connect({ address: errand.temporalAddress });
const client = new Client({ connection });
const gateway = httpBatch.connect({
  id: errand.accountId,
  mode: 'sandbox',
  settings: httpBatch.settings.parse({ url: errand.sandboxUrl, concurrency: 16 }),
  secret: errand.secret,
});
const door = await openDoor(client);
await fetch(`${errand.sandboxUrl}/control/accounts/${errand.accountId}`, {
  method: 'PUT',
  body: JSON.stringify({ callbackUrl: `http://127.0.0.1:${portOf(door)}` }),
});
const worker = await Worker.create({
  connection,
  taskQueue: 'baseline',
  workflowsPath: fileURLToPath(new URL('life.workflow.ts', import.meta.url)),
  activities: { send: sender(gateway) } satisfies LifeActivities,
  maxConcurrentActivityTaskExecutions: 200,
  reuseV8Context: true,
});
const running = worker.run();
let started = 0;
await liveMany(Math.min(30, errand.lives), 15);
const tried: Record<string, number> = {};
for (const concurrency of errand.concurrencies) tried[concurrency] = await liveMany(errand.lives, concurrency);
const [concurrency = '0', perSecond = 0] = Object.entries(tried).sort(([, a], [, b]) => b - a)[0] ?? [];
const found: BaselineFound = { perSecond, concurrency: Number(concurrency), lives: errand.lives, tried };
process.stdout.write(`${JSON.stringify(found)}\n`);
worker.shutdown();
await running;
process.exit(0);

/** Complete lives per second with so many under way at once. */
async function liveMany(lives: number, concurrency: number): Promise<number> {
  const began = performance.now();
  let left = lives;
  const one = async () => {
    while (left-- > 0) {
      const id = `life-${process.pid}-${started++}`;
      await client.workflow.execute('life', { workflowId: id, taskQueue: 'baseline', args: [{ id, name: 'Uxía' }] });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return Number(((lives / (performance.now() - began)) * 1_000).toFixed(2));
}

function sender(to: Connection): LifeActivities['send'] {
  return async ({ id, name }, rung) => {
    const code = checkCode(`00000000-0000-7000-8000-${Buffer.from(id).toString('hex').slice(-12).padStart(12, '0')}`);
    const [outcome] = await to.hand([
      {
        key: `${id}.${rung}`,
        about: `baseline/${id}/n2/1/${rung}`,
        channel: rung === 'sms' ? 'sms' : 'email',
        to: rung === 'sms' ? '+34260000000' : 'crowd@ejemplo.invalid',
        text: `AVISO de emergencia para ${name}: incendio cerca de su casa. Compruebe este aviso: ${code}`,
        language: 'es',
        lane: 'emergency',
        class: 'emergency',
      },
    ]);
    if (outcome?.status !== 'accepted') throw new Error('not accepted');
  };
}

async function openDoor(to: Client): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      const read = readEvents(body);
      const receipts = read.ok ? read.receipts : [];
      const signals = receipts.map(({ key = '', status }) =>
        to.workflow.getHandle(key.slice(0, key.lastIndexOf('.'))).signal('receipt', status),
      );
      void Promise.allSettled(signals).then(() => response.writeHead(204).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
