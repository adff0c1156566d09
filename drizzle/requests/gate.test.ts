import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { revise, settle } from '../crowd/crowd.fixture.ts';
import { launchRun } from '../queries/launch-run.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { declineRequest } from './decide-request.ts';
import { judgeRun } from './judge-run.ts';
import { passGate } from './pass-gate.ts';
import { alarm, appoint, approvedLaunch, asked, openOffice, signed, type TestOffice } from './request.fixture.ts';

let db: TestDatabase;
let office: TestOffice;
const people = 20;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const { unitId } = await settle(db.database, people);
  await revise(db.database, unitId, alarm);
  await revise(db.database, unitId, { ...alarm, slug: 'aviso', title: 'Aviso', class: 'service' });
  office = await openOffice(db.database, unitId);
});

const statusOf = async (runId: string) => {
  const { rows } = await db.database.query<{ status: string; gate: { code: string } | null }>(
    'select status, gate from run where id = $1',
    [runId],
  );
  return [rows[0]?.status, rows[0]?.gate?.code ?? null];
};
const because = async (runId: string) => {
  const verdict = await judgeRun(db.database, runId);
  return verdict.gate === 'refused' ? verdict.why.code : verdict.gate;
};
/** As whoever reaches the database itself could write: no trigger of ours stands in their way. */
const forge = async (sql: string, ...values: unknown[]) => {
  const client = await db.database.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    await client.query(sql, values);
  } finally {
    await client.query('reset session_replication_role');
    client.release();
  }
};

test('a launch that was signed by another stands before the gate, and is let in', async () => {
  const { runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  expect(await statusOf(runId)).toEqual(['waiting', null]);
  expect(await passGate(db.database, runId)).toBe('open');
  expect(await statusOf(runId)).toEqual(['approved', null]);
});

test('nobody signs what they asked for or edited, nor without holding the role, nor with a key of somebody else', async () => {
  const request = await asked(db.database, office, { slug: 'alarma' });
  const own = await signed(db.database, { approver: office.author }, request);
  expect(own).toMatchObject({ ok: false, problems: [{ code: 'own-request' }] });
  const manager = await appoint(db.database, office.unitId, 'Tomás', ['manager']);
  expect(await signed(db.database, { approver: manager }, request)).toMatchObject({
    problems: [{ code: 'permission-missing' }],
  });
  const borrowed = { approver: { ...office.approver, key: office.author.key } };
  expect(await signed(db.database, borrowed, request)).toMatchObject({ problems: [{ code: 'signature-invalid' }] });
});

test('a signature over anything else, from elsewhere, by nobody in particular, or made twice, is none', async () => {
  const request = await asked(db.database, office, { slug: 'alarma' });
  const other = await asked(db.database, office, { slug: 'alarma' });
  const wrong = [
    signed(db.database, office, { ...request, hash: other.hash }),
    signed(db.database, office, request, { origin: 'https://cauce.example' }),
    signed(db.database, office, request, { rpId: 'cauce.example' }),
    signed(db.database, office, request, { verified: false }),
  ];
  for (const decided of wrong) expect((await decided).ok).toBe(false);
  expect(await signed(db.database, office, other, { counter: 9 })).toMatchObject({ ok: true });
  // A key that has signed nine times and now signs its fifth was copied.
  expect(await signed(db.database, office, request, { counter: 5 })).toMatchObject({
    problems: [{ code: 'signature-invalid' }],
  });
  expect(await signed(db.database, office, request, { counter: 10 })).toMatchObject({ ok: true });
  expect(await signed(db.database, office, request, { counter: 11 })).toMatchObject({
    problems: [{ code: 'request-state' }],
  });
});

test('an emergency that no request stands behind is refused, however its row came about', async () => {
  const launched = await launchRun(db.database, { unitId: office.unitId, slug: 'alarma', mode: 'live' });
  const runId = launched.ok ? launched.runId : '';
  expect(await passGate(db.database, runId)).toBe('refused');
  expect(await statusOf(runId)).toEqual(['refused', 'no-request']);
});

test('a small service launch needs nobody, a large one does; a drill never', async () => {
  const launch = async (slug: string, mode: 'live' | 'drill') => {
    const launched = await launchRun(db.database, { unitId: office.unitId, slug, mode });
    return launched.ok ? launched.runId : '';
  };
  expect(await because(await launch('aviso', 'live'))).toBe('open');
  await db.database.query('update unit set request_above = 19 where id = $1', [office.unitId]);
  expect(await because(await launch('aviso', 'live'))).toBe('no-request');
  expect(await because(await launch('alarma', 'drill'))).toBe('open');
});

test('an approval that somebody wrote into the table is none', async () => {
  const { requestId, hash } = await asked(db.database, office, { slug: 'alarma' });
  const launched = await launchRun(db.database, { unitId: office.unitId, slug: 'alarma', mode: 'live' });
  const runId = launched.ok ? launched.runId : '';
  await forge('update run set request_id = $2 where id = $1', runId, requestId);
  await forge(`update request set status = 'approved', run_id = $2 where id = $1`, requestId, runId);
  expect(await because(runId)).toBe('no-signature');
  const forged = office.approver.key.sign('0'.repeat(64));
  await forge(
    `insert into approval (request_id, hash, official_id, credential_id, assertion) values ($1, $2, $3, $4, $5)`,
    requestId,
    hash,
    office.approver.id,
    office.approver.key.credentialId,
    forged,
  );
  expect(await because(runId)).toBe('signature-invalid');
});

test('the author’s own signature is refused by the gate too, were it ever to get there', async () => {
  const { requestId, hash, runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await forge(
    `insert into approval (request_id, hash, official_id, credential_id, assertion) values ($1, $2, $3, $4, $5)`,
    requestId,
    hash,
    office.author.id,
    office.author.key.credentialId,
    office.author.key.sign(hash),
  );
  expect(await because(runId)).toBe('own-request');
});

test('whatever is changed after it was signed, it no longer is what was signed', async () => {
  const { database } = db;
  const change = async (sql: string, of: 'run' | 'request' = 'request') => {
    const { requestId, runId } = await approvedLaunch(database, office, {
      slug: 'alarma',
      event: { areaDesc: 'Enguera' },
    });
    expect(await because(runId)).toBe('open');
    await forge(`update ${of} set ${sql} where id = $1`, of === 'run' ? runId : requestId);
    return because(runId);
  };
  expect(await change(`content = jsonb_set(content, '{texts,es,n2,sms,body}', '"Vuelva a casa."')`)).toBe(
    'request-changed',
  );
  expect(await change(`content = jsonb_set(content, '{author,id}', '"somebody"')`)).toBe('request-changed');
  expect(await change(`audience = '{"any": []}'`, 'run')).toBe('request-changed');
  expect(await change(`event = '{"areaDesc": "Anna"}'`, 'run')).toBe('request-changed');
  expect(await change(`expires_at = now() + interval '1 year'`, 'run')).toBe('request-changed');
  expect(await change(`lane = 2`, 'run')).toBe('request-changed');
  expect(await change(`writers = writers || '${office.approver.id}'::text`)).toBe('own-request');
  const { runId } = await approvedLaunch(database, office, { slug: 'alarma' });
  await forge(
    `update revision set document = jsonb_set(document, '{texts,es,n2,sms,body}', '"Vuelva a casa."')
     where id = (select revision_id from run where id = $1)`,
    runId,
  );
  expect(await because(runId)).toBe('request-changed');
});

test('the database itself keeps what was asked for, and every signature', async () => {
  const { requestId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await expect(
    db.database.query(`update request set content = content || '{"class": "service"}' where id = $1`, [requestId]),
  ).rejects.toThrow(/frozen/);
  await expect(db.database.query('delete from approval where request_id = $1', [requestId])).rejects.toThrow(
    /only ever/,
  );
});

test('a new revision does not change what was signed: the run lives the one that was seen', async () => {
  const { runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await revise(db.database, office.unitId, { ...alarm, title: 'Otra' });
  expect(await because(runId)).toBe('open');
});

test('more people than the tolerance: held, with the new number to be signed and who entered and why', async () => {
  const { requestId, hash, runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  const add = (n: number, from: number) =>
    db.database.query(
      `insert into citizen (unit_id, ref, mobile, municipality) select $1, 'n' || n, '+34611' || lpad(n::text, 6, '0'), '46118'
       from generate_series($3::int, $3::int + $2::int - 1) n`,
      [office.unitId, n, from],
    );
  await add(4, 1); // twenty per cent of twenty
  expect(await because(runId)).toBe('open');
  await add(1, 5);
  expect(await passGate(db.database, runId)).toBe('held');
  expect(await statusOf(runId)).toEqual(['waiting', 'held-people']);
  const { rows } = await db.database.query(`select status, hash, held, content from request where id = $1`, [
    requestId,
  ]);
  expect(rows[0]).toMatchObject({
    status: 'waiting',
    held: { why: 'people', growth: { was: 20, is: 25, added: 5 } },
    content: { audience: { count: 25 } },
  });
  expect(rows[0].hash).not.toBe(hash);
  const again = await signed(db.database, office, { requestId, hash: rows[0].hash as string });
  expect(again).toMatchObject({ ok: true, runId });
  expect(await passGate(db.database, runId)).toBe('open');
});

test('an audience that shrank to hardly anybody is held as well', async () => {
  const { runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await db.database.query('delete from citizen where unit_id = $1 and ref <> $2', [office.unitId, 'c1']);
  expect(await passGate(db.database, runId)).toBe('held');
});

test('a way out that nobody signed holds the run; one that was closed does not', async () => {
  const { runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await db.database.query(`update account set status = 'paused' where unit_id = $1 and slug = 'voice'`, [
    office.unitId,
  ]);
  expect(await because(runId)).toBe('open');
  await db.database.query(
    `insert into account (unit_id, slug, name, channel, adapter, mode) values ($1, 'otro', 'Otro', 'sms', 'http-batch', 'sandbox')`,
    [office.unitId],
  );
  expect(await passGate(db.database, runId)).toBe('held');
  expect(await statusOf(runId)).toEqual(['waiting', 'held-accounts']);
});

test('whoever signed and may no longer sign has signed nothing', async () => {
  const revoke = [
    `delete from official_role where official_id = $1 and role = 'approver'`,
    `update official set status = 'blocked' where id = $1`,
  ];
  for (const sql of revoke) {
    const approver = await appoint(db.database, office.unitId, 'Rosa', ['approver']);
    const { runId } = await approvedLaunch(db.database, { ...office, approver }, { slug: 'alarma' });
    await db.database.query(sql, [approver.id]);
    expect(await because(runId)).toBe('approver-revoked');
  }
  const { runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await db.database.query('delete from passkey where official_id = $1', [office.approver.id]);
  expect(await because(runId)).toBe('signature-invalid');
});

test('what was signed too late, or could not begin in its time, never begins', async () => {
  await db.database.query(`update unit set summons = '{"emergencyLapsesMinutes": 0.01}' where id = $1`, [
    office.unitId,
  ]);
  const late = await asked(db.database, office, { slug: 'alarma' });
  const { runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await signed(db.database, office, late)).toMatchObject({ problems: [{ code: 'request-expired' }] });
  expect(await passGate(db.database, runId)).toBe('refused');
  expect(await statusOf(runId)).toEqual(['refused', 'request-expired']);
});

test('what is withdrawn or returned after it was held takes its run with it', async () => {
  const { requestId, runId } = await approvedLaunch(db.database, office, { slug: 'alarma' });
  await db.database.query('delete from citizen where unit_id = $1 and ref <> $2', [office.unitId, 'c1']);
  await passGate(db.database, runId);
  const returned = { act: 'return', by: office.approver.by, reason: 'Falta media comarca' } as const;
  expect(await declineRequest(db.database, requestId, returned)).toMatchObject({ ok: true, status: 'returned' });
  expect(await statusOf(runId)).toEqual(['refused', 'request-returned']);
});
