import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { seedDemonstration } from '#drizzle/demonstration.ts';
import { migrate } from '#drizzle/migrate.ts';
import { preparePostgres } from '../postgres.ts';
import { Refusal } from '../refusal.ts';
import type { Supervisor } from '../supervisor.ts';
import { words } from '../words.ts';
import type { Plan } from './plan.ts';
import { type Say, step } from './steps.ts';

/** A migrated database, ours or the one of DATABASE_URL; invented citizens only ever enter our own, once. */
export async function databaseReady(plan: Plan, supervisor: Supervisor, say: Say): Promise<string> {
  const url = await step(say, words.postgres(), () =>
    plan.databaseUrl ? reached(plan.databaseUrl) : started(plan, supervisor),
  );
  await step(say, words.migrations(), () => migrated(url));
  const mark = path.join(plan.folder, 'postgres', 'demonstration');
  if (plan.databaseUrl || existsSync(mark)) return url;
  await step(say, words.demonstration(), () => seedDemonstration(url, () => undefined));
  writeFileSync(mark, '');
  return url;
}

async function started(plan: Plan, supervisor: Supervisor): Promise<string> {
  const { kept, url } = await preparePostgres({ dir: path.join(plan.folder, 'postgres'), port: plan.ports.postgres });
  await supervisor.start(kept);
  return url;
}

async function reached(url: string): Promise<string> {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    await client.end();
    return url;
  } catch (error) {
    throw new Refusal(words.databaseUnreachable(reasonOf(error)));
  }
}

/** Brings a database up to date; a refusal says why it could not. */
export async function migrated(url: string): Promise<void> {
  try {
    await migrate(url);
  } catch (error) {
    throw new Refusal(words.schemaRefused(reasonOf(error)));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  if (error instanceof Error && error.cause instanceof Error) return error.cause.message;
  return error instanceof Error ? error.message : String(error);
}
