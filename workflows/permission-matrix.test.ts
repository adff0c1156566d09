import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '#channels/sandbox/sandbox.ts';
import { revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import {
  alarm,
  appoint,
  approvedLaunch,
  asked,
  openOffice,
  type TestOffice,
  type TestOfficial,
} from '#drizzle/requests/request.fixture.ts';
import { sendFollowUp } from '#drizzle/requests/send-follow-up.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { may, type Role, roles } from '#engine/office/permission.ts';
import { type Acting, actingFor } from './acting-for.ts';
import { conductActivities } from './activities/conduct.ts';
import { closeConnections } from './activities/connection-of.ts';
import { dispatchActivities } from './activities/dispatch.ts';
import { intakeActivities } from './activities/intake.ts';
import { openLog } from './log.ts';

// Every activity that acts for an official, with each role in that official's place, with everything in another unit, with
// nothing at all, blocked, and with a hand in what was asked. What stands in the way of forging the table is left out here.
type Visitor = Role | 'neighbour' | 'nobody' | 'blocked' | 'writer';
const visitors: Visitor[] = [...roles, 'neighbour', 'nobody', 'blocked', 'writer'];

const folder = mkdtempSync(join(tmpdir(), 'cauce-matrix-'));
let db: TestDatabase;
let sandbox: Sandbox;
let office: TestOffice;
let activities: ReturnType<typeof registered>;
const officials = new Map<Visitor, TestOfficial>();

beforeAll(async () => {
  db = await testDatabase();
  sandbox = await startSandbox({
    dir: folder,
    port: 0,
    smtpPort: 0,
    secret: 'test',
    callbackUrl: 'http://127.0.0.1:9/receipts',
  });
  const { unitId } = await settle(db.database, 3);
  await db.database.query(`update account set settings = $1, secret = 'test'`, [
    { url: `http://127.0.0.1:${sandbox.port}` },
  ]);
  await revise(db.database, unitId, alarm);
  office = await openOffice(db.database, unitId);
  activities = registered();
  for (const visitor of visitors) officials.set(visitor, await hired(visitor));
}, 60_000);
afterAll(async () => {
  await closeConnections();
  await sandbox?.close();
  await db?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that the workers of every queue register. */
function registered() {
  const busy = new Set<string>();
  // None of those that are tried here speaks to Temporal.
  const client = undefined as unknown as Client;
  return {
    ...conductActivities(db.database, busy),
    ...dispatchActivities(db.database, busy),
    ...intakeActivities(db.database, busy, { client, log: openLog('silent'), sandboxUrl: 'http://127.0.0.1:9' }),
  };
}

async function hired(visitor: Visitor): Promise<TestOfficial> {
  const { unitId, author } = office;
  if (visitor === 'writer') return author;
  if (visitor === 'nobody') return appoint(db.database, unitId, visitor, []);
  if (visitor === 'neighbour') {
    const { rows } = await db.database.query<{ id: string }>(`insert into unit (name) values ('Otra') returning id`);
    return appoint(db.database, rows[0]!.id, visitor, [...roles]);
  }
  const official = await appoint(db.database, unitId, visitor, visitor === 'blocked' ? [...roles] : [visitor]);
  if (visitor === 'blocked')
    await db.database.query(`update official set status = 'blocked' where id = $1`, [official.id]);
  return official;
}

/** Whether this visitor stands there rightly, by the one table of permissions. */
function due(visitor: Visitor, { action }: Exclude<Acting, string>): boolean {
  return roles.some((role) => role === visitor && may([{ unitId: 'any', role }], action, 'any'));
}

test('every activity that a worker registers has its line on the map', () => {
  expect(Object.keys(activities).toSorted()).toEqual(Object.keys(actingFor).toSorted());
});

/** How each activity that acts for an official is tried with a visitor in that official's place: whether it did it. */
const trials: Record<string, (visitor: TestOfficial) => Promise<boolean>> = {
  verifyApproval: async (by) => (await perform(activities.verifyApproval, await signedBy(by))).gate === 'open',
  enrolPages: async (by) => enters(activities.enrolPages, await signedBy(by)),
  // Words that follow are as good as the signature under what they follow.
  enrolFollowers: async (by) => enters(activities.enrolFollowers, await followed(await signedBy(by))),
  attendRequest: async (by) => {
    const { requestId } = await asked(db.database, office, { slug: 'alarma' });
    await db.database.query(
      `insert into summons (id, request_id, call, official_id, channel, account_id)
       select uuidv7(), $1, 99, $2, 'email', id from account where unit_id = $3 and channel = 'email'`,
      [requestId, by.id, office.unitId],
    );
    await perform(activities.attendRequest, requestId);
    const { rows } = await db.database.query<{ status: string }>(
      `select status from summons where request_id = $1 and call = 99`,
      [requestId],
    );
    return rows[0]?.status === 'accepted';
  },
};

describe('an activity that acts for an official asks whether they may', () => {
  const asking = Object.entries<Acting>(actingFor).flatMap(([name, acting]) =>
    typeof acting === 'string' ? [] : [{ name, acting, ...acting }],
  );
  test.each(asking)('$name: $official needs $action', { timeout: 120_000 }, async ({ name, acting }) => {
    const [done, right]: [Record<string, boolean>, Record<string, boolean>] = [{}, {}];
    for (const visitor of visitors) {
      done[visitor] = await trials[name]!(officials.get(visitor)!);
      right[visitor] = due(visitor, acting);
    }
    expect(done).toEqual(right);
  });
});

/** Does an activity as a worker does, with nobody to hear its heartbeats. */
function perform<I, T>(activity: (id: I) => Promise<T>, id: I): Promise<T> {
  return new MockActivityEnvironment().run<[I], T, typeof activity>(activity, id);
}

async function enters(
  activity: (id: string) => Promise<{ opened: readonly unknown[] }>,
  runId: string,
): Promise<boolean> {
  // Its row says that the gate let it in: rows say what one likes.
  await db.database.query(`update run set status = 'approved' where id = $1`, [runId]);
  return (await perform(activity, runId)).opened.length > 0;
}

/** A run before the gate whose request bears a true signature by this official, however that came about. */
async function signedBy({ id, key }: TestOfficial): Promise<string> {
  const { requestId, hash, runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await forge(
    'update approval set official_id = $2, credential_id = $3, assertion = $4 where request_id = $1',
    requestId,
    id,
    key.credentialId,
    key.sign(hash),
  );
  return runId;
}

/** The all-clear of a run: sent as it should be where that ran, else turned to it from another that did. */
async function followed(runId: string): Promise<string> {
  const who = { kind: 'official', id: office.author.id } as const;
  const told = (of: string) => sendFollowUp(db.database, { runId: of, kind: 'all-clear', who });
  await ran(runId);
  const sent = await told(runId);
  if (sent.ok) return sent.runId;
  const innocent = await signedBy(office.approver);
  await ran(innocent);
  const turned = await told(innocent);
  if (!turned.ok) throw new Error(JSON.stringify(turned.problems));
  await forge('update run set follows = $2 where id = $1', turned.runId, runId);
  return turned.runId;
}

/** Everybody whom the gate lets in is decided about and handed their messages. */
async function ran(runId: string): Promise<void> {
  await perform(activities.verifyApproval, runId);
  const { opened } = await perform(activities.enrolPages, runId);
  for (const { partitionId } of opened) await perform(activities.advancePartition, partitionId);
  await db.database.query(`update message set status = 'accepted', accepted_at = now() where run_id = $1`, [runId]);
}

/** As whoever reaches the database itself could write: no trigger of ours stands in their way. */
async function forge(sql: string, ...values: unknown[]): Promise<void> {
  const client = await db.database.connect();
  await client.query('begin; set local session_replication_role = replica');
  await client.query(sql, values);
  await client.query('commit');
  client.release();
}
