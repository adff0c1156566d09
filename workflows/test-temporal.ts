import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { temporalBinary } from '#bin/temporal-binary.ts';
import { inheritedEnvironment } from '#env';

export type TestTemporal = {
  address: string;
  client: Client;
  connection: NativeConnection;
  /** Kills the server as `kill -9` does, everything in its memory with it, and starts it empty at the same address. */
  lose: () => Promise<void>;
  close: () => Promise<void>;
};

/** A real, empty Temporal server for one test file, in memory; stopped by `close`. */
export async function testTemporal(): Promise<TestTemporal> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const binary = await binaryPath();
  let server = spawnServer(binary, port);
  process.once('exit', () => server.kill('SIGKILL')); // a test file that dies leaves no server behind
  const client = new Client({ connection: Connection.lazy({ address }) });
  await answers(client);
  const connection = await NativeConnection.connect({ address });
  return {
    address,
    client,
    connection,
    lose: async () => {
      await killed(server);
      server = spawnServer(binary, port);
      await answers(client);
    },
    close: async () => {
      try {
        await client.connection.close();
        await connection.close();
      } finally {
        await killed(server);
      }
    },
  };
}

function spawnServer(binary: string, port: number): ChildProcess {
  const args = [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--log-level',
    'error',
  ];
  const settings = [
    'matching.useNewMatcher=true',
    'matching.numTaskqueueReadPartitions=1',
    'matching.numTaskqueueWritePartitions=1',
  ];
  return spawn(binary, [...args, ...settings.flatMap((setting) => ['--dynamic-config-value', setting])], {
    stdio: 'ignore',
  });
}

async function binaryPath(): Promise<string> {
  const { TEMPORAL_CLI, HOME } = inheritedEnvironment();
  const known = [TEMPORAL_CLI, `${HOME}/go/bin/temporal`].find((path) => path !== undefined && existsSync(path));
  return known ?? temporalBinary(() => undefined);
}

async function answers(client: Client): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await client.withDeadline(Date.now() + 1_000, () =>
        client.workflowService.describeNamespace({ namespace: 'default' }),
      );
      return;
    } catch (error) {
      if (attempt > 150) throw error;
      await sleep(200);
    }
  }
}

async function killed(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
