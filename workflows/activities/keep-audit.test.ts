import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '#channels/sandbox/sandbox.ts';
import { audit } from '#drizzle/audit/append.ts';
import { withClock } from '#drizzle/audit/clock.fixture.ts';
import { rotateKey } from '#drizzle/audit/ensure-key.ts';
import { trustedKey } from '#drizzle/audit/key-file.ts';
import { keptSeals, readSealLines } from '#drizzle/audit/seal-file.ts';
import { verifyAudit } from '#drizzle/audit/verify-audit.ts';
import { settle } from '#drizzle/crowd/crowd.fixture.ts';
import type { Database } from '#drizzle/database.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import type { Log } from '../log.ts';
import { closeConnections } from './connection-of.ts';
import { keepAudit } from './keep-audit.ts';

let place: TestDatabase;
let database: Database;
let setClock: (at: string) => Promise<unknown>;
let sandbox: Sandbox;
const warned: unknown[] = [];
const log = {
  info: () => undefined,
  error: () => undefined,
  warn: (what: unknown) => warned.push(what),
} as unknown as Log;
const parent = mkdtempSync(join(tmpdir(), 'cauce-keep-'));
const folder = join(parent, 'audit');
const act = {
  who: { kind: 'system', id: 'test' },
  unitId: null,
  act: 'sign-out.done',
  about: { kind: 'session', id: 'x' },
} as const;

beforeAll(async () => {
  place = await testDatabase();
  ({ database, setClock } = await withClock(place));
  sandbox = await startSandbox({
    dir: join(parent, 'sandbox'),
    port: 0,
    smtpPort: 0,
    secret: 'shh',
    callbackUrl: 'http://127.0.0.1:1',
  });
  await settle(place.database, 0);
  await setClock('2026-11-02T10:00+01:00');
});
afterAll(async () => {
  await closeConnections();
  await sandbox.close();
  await database.end();
  await place.close();
  rmSync(parent, { recursive: true, force: true });
});

test('the first start makes a key outside the database, and no day is signed before it is over', async () => {
  expect(await keepAudit(database, folder, log)).toBe(0);
  expect(statSync(join(folder, 'key.pem')).mode & 0o777).toBe(0o600);
  expect(trustedKey(folder)).toMatch(/^[0-9a-f]{64}$/);
  await audit(database, act);
  expect(await keepAudit(database, folder, log)).toBe(0);
});

test('every day that is over is signed once, also those on which nobody acted or Cauce was off', async () => {
  await setClock('2026-11-05T00:00:30+01:00');
  expect(await keepAudit(database, folder, log)).toBe(3);
  expect(await keepAudit(database, folder, log)).toBe(0);
  expect(keptSeals(folder).map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
});

test('seals wait until somebody of data protection can be written to, and what they get is enough to verify by', async () => {
  expect((await database.query('select from audit_seal where sent_at is not null')).rowCount).toBe(0);
  await database.query(
    `with o as (insert into official (name, email) values ('Miren', 'miren@ejemplo.invalid') returning id)
     insert into official_role (official_id, unit_id, role) select o.id, unit.id, 'protection' from o, unit`,
  );
  await database.query(
    `update account set adapter = 'smtp', sender = 'Cauce <avisos@ejemplo.invalid>', secret = 'shh',
       settings = jsonb_build_object('host', '127.0.0.1', 'port', $1::int, 'security', 'none', 'from', 'avisos@ejemplo.invalid')
     where slug = 'email'`,
    [sandbox.smtpPort],
  );
  await keepAudit(database, folder, log);
  expect((await database.query('select from audit_seal where sent_at is null')).rowCount).toBe(0);
  const [mail = ''] = await mailsTo('miren@ejemplo.invalid');
  expect(mail).toContain(`verify-audit.mjs ${trustedKey(folder)}`);
  const received = readSealLines(mail);
  expect(received).toEqual(keptSeals(folder));
  const verified = await verifyAudit(database, { trusted: trustedKey(folder) ?? '', received });
  expect(verified).toMatchObject({ findings: [], lastSealed: '2026-11-04' });
});

test('after a hand-over the new key signs; a machine without the key in force signs nothing and says so', async () => {
  await rotateKey(database, folder, { kind: 'command', id: 'test' });
  await setClock('2026-11-06T08:00+01:00');
  expect(await keepAudit(database, folder, log)).toBe(1);
  const [first, last] = [keptSeals(folder)[0], keptSeals(folder).at(-1)];
  expect(first?.key).toBe(trustedKey(folder));
  expect(last?.key).not.toBe(first?.key);
  expect((await verifyAudit(database, { trusted: first?.key ?? '' })).findings).toEqual([]);
  renameSync(join(folder, 'key.pem'), join(folder, 'mislaid.pem'));
  await setClock('2026-11-07T08:00+01:00');
  expect(await keepAudit(database, folder, log)).toBe(0);
  expect(warned).toEqual([{ key: last?.key }]);
  expect((await verifyAudit(database, { trusted: first?.key ?? '' })).findings).toEqual([
    { kind: 'day-missing', day: '2026-11-06' },
  ]);
});

test('what is found after a night goes to data protection at once', async () => {
  renameSync(join(folder, 'mislaid.pem'), join(folder, 'key.pem'));
  await place.database.query(`alter table audit disable trigger user`);
  await place.database.query(
    `update audit set entry = replace(entry, 'sign-out.done', 'sign-in.done') where act = 'sign-out.done'`,
  );
  await place.database.query(`alter table audit enable trigger user`);
  expect(await keepAudit(database, folder, log)).toBe(1);
  const mails = await mailsTo('miren@ejemplo.invalid');
  expect(mails.at(-1)).toMatch(/no está íntegro: 1 hallazgo\..*\n+El acto 2 está cambiado\./s);
  const { rows } = await database.query<{ findings: number }>(
    `select (entry::jsonb #> '{detail,findings}')::int as findings from audit where act = 'audit.verified' order by seq desc limit 1`,
  );
  expect(rows[0]?.findings).toBe(1);
});

async function mailsTo(address: string): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${sandbox.port}/control/mailboxes/${encodeURIComponent(address)}`);
  const { messages } = (await answer.json()) as { messages: { text: string }[] };
  return messages.map(({ text }) => text);
}
