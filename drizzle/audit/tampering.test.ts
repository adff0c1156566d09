import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '#engine/office/audit-chain.ts';
import type { AuditFinding } from '#engine/office/audit-finding.ts';
import { type AuditSeal, sealText } from '#engine/office/audit-seal.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { audit } from './append.ts';
import { withClock } from './clock.fixture.ts';
import { ensureKey, rotateKey } from './ensure-key.ts';
import { exportAudit } from './export-audit.ts';
import { makeKey, type SigningKey, trustedKey } from './key-file.ts';
import { readSeals } from './read-audit.ts';
import { sealDays } from './seal-days.ts';
import { verifyAudit } from './verify-audit.ts';

// Ten thousand acts in ten days, the key handed over on the sixth; then somebody with every right on the database touches
// them, each time in a transaction that is rolled back, and both verifiers look.
let place: TestDatabase;
let database: Database;
let trusted: string;
let received: AuditSeal[];
const folder = mkdtempSync(join(tmpdir(), 'cauce-audit-'));
const outsider = fileURLToPath(new URL('../../docs/verify-audit.mjs', import.meta.url));

beforeAll(async () => {
  place = await testDatabase();
  const clock = await withClock(place);
  database = clock.database;
  const { setClock } = clock;
  for (let day = 1; day <= 10; day++) {
    await setClock(`2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`);
    const key = (await ensureKey(database, folder)) as SigningKey;
    await sealDays(database, key);
    if (day === 6) await rotateKey(database, folder, { kind: 'command', id: 'test' });
    for (let batch = 0; batch < 10; batch++)
      await transaction(database, async (tx) => {
        for (let i = 0; i < 100; i++) await audit(tx, actNumber(i));
      });
  }
  await setClock('2026-11-11T02:00:00+01:00');
  await sealDays(database, (await ensureKey(database, folder)) as SigningKey);
  trusted = trustedKey(folder) ?? '';
  received = await readSeals(database);
}, 120_000);
afterAll(async () => {
  await database.end();
  await place.close();
  rmSync(folder, { recursive: true });
});

const run = '019ac000-0000-7000-8000-0000000000';
const actNumber = (i: number) =>
  ({
    who: { kind: 'official', id: `${run}${i % 9}0` },
    unitId: null,
    act: i % 50 === 7 ? 'run.stopped' : 'run.paused',
    about: { kind: 'run', id: `${run}${10 + (i % 80)}` },
    reason: i % 50 === 7 ? 'falsa alarma' : undefined,
  }) as const;

type Tampering = {
  name: string;
  touch: (tx: Transaction) => Promise<unknown>;
  found: AuditFinding[];
  told: string[];
  /** What somebody outside has kept of the seals; all, unless told. */
  kept?: AuditSeal[];
};

const tamperings: Tampering[] = [
  { name: 'nothing', touch: async () => undefined, found: [], told: [] },
  {
    name: 'a changed row',
    touch: (tx) => tx.query(`update audit set entry = replace(entry, 'run.paused', 'run.resumed') where seq = 5000`),
    found: [{ kind: 'changed', seq: 5000 }],
    told: ['row 5000 was changed'],
  },
  {
    name: 'a changed row with its hash made anew',
    touch: (tx) => rehash(tx, 5000, 5000),
    found: [{ kind: 'changed', seq: 5000 }],
    told: ['row 5000 was changed'],
  },
  {
    name: 'a row moved to another day',
    touch: (tx) => tx.query(`update audit set at = at - interval '1 day' where seq = 5000`),
    found: [{ kind: 'changed', seq: 5000 }],
    told: ['row 5000 was changed'],
  },
  {
    name: 'a removed row',
    touch: (tx) => tx.query('delete from audit where seq = 5000'),
    found: [{ kind: 'removed', seq: 5000, to: 5000 }],
    told: ['rows 5000 to 5000 were removed'],
  },
  {
    name: 'an inserted row, those after it numbered up',
    touch: async (tx) => {
      await tx.query('update audit set seq = -seq - 1 where seq > 5000');
      await tx.query('update audit set seq = -seq where seq < 0');
      await tx.query(
        'insert into audit (seq, at, entry, previous, hash) select 5001, at, entry, hash, hash from audit where seq = 5000',
      );
      await rehash(tx, 5001, 5001);
    },
    found: [{ kind: 'inserted', seq: 5001 }],
    told: ['a row with the number 5001 was inserted'],
  },
  {
    name: 'two rows that bear each other’s number',
    touch: async (tx) => {
      await tx.query('update audit set seq = -seq where seq in (4000, 5000)');
      await tx.query('update audit set seq = 9000 + seq where seq < 0');
    },
    found: [{ kind: 'swapped', seq: 4000, with: 5000 }],
    told: ['row 4000 is swapped: row 5000 stands in its place', 'row 5000 is swapped: row 4000 stands in its place'],
  },
  {
    name: 'two rows that say what the other said',
    touch: (tx) =>
      tx.query(
        `update audit set entry = other.entry, at = other.at from audit other
         where audit.seq in (4000, 5005) and other.seq in (4000, 5005) and other.seq <> audit.seq`,
      ),
    found: [{ kind: 'swapped', seq: 4000, with: 5005 }],
    told: ['row 4000 is swapped: it says what row 5005 said', 'row 5005 is swapped: it says what row 4000 said'],
  },
  {
    name: 'a changed reason',
    touch: (tx) => tx.query(`update audit_reason set words = 'otra' where seq = (select min(seq) from audit_reason)`),
    found: [{ kind: 'reason-changed', seq: 9 }],
    told: ['the reason of row 9 was changed'],
  },
  {
    name: 'a missing last day, seal and all',
    touch: async (tx) => {
      await tx.query(`delete from audit where at >= '2026-11-10T00:00+01:00'`);
      await tx.query(`delete from audit_seal where day = '2026-11-10'`);
    },
    found: [{ kind: 'tail-missing', day: '2026-11-10', seq: 9002, to: 10_002 }],
    told: ['2026-11-10 is missing: rows 9003 to 10002'],
  },
  {
    name: 'a missing last day of which nobody outside kept the seal',
    touch: async (tx) => {
      await tx.query(`delete from audit where at >= '2026-11-10T00:00+01:00'`);
      await tx.query(`delete from audit_seal where day = '2026-11-10'`);
    },
    kept: [],
    found: [{ kind: 'day-missing', day: '2026-11-10' }],
    told: [],
  },
  {
    name: 'a chain hashed anew to its end, under its seals',
    touch: (tx) => rehash(tx, 9500, 10_002),
    found: [{ kind: 'rewritten', day: '2026-11-10', seq: 10_002 }],
    told: ['2026-11-10 was sealed with another row 10002: rewritten'],
  },
  {
    name: 'a chain hashed anew and sealed with another key',
    touch: async (tx) => {
      await rehash(tx, 9500, 10_002);
      await signAgain(tx, makeKey(join(folder, 'thief-1'), 'current'), '2026-11-10');
    },
    found: [
      { kind: 'foreign-key', day: '2026-11-10', key: expect.any(String) as string },
      { kind: 'rewritten', day: '2026-11-10', seq: 10_002 },
    ],
    told: [expect.stringMatching(/^2026-11-10 is signed with a key that is not trusted: [0-9a-f]{64}$/) as string],
  },
  {
    name: 'a whole chain made anew under another first key',
    touch: async (tx) => {
      const thief = makeKey(join(folder, 'thief-2'), 'current');
      await tx.query(
        `update audit set entry = regexp_replace(regexp_replace(entry, '"key":"[0-9a-f]{64}","public":"[^"]+"', $1), 'audit.key', 'audit.key')
         where seq = 1`,
        [`"key":"${thief.key}","public":"${thief.public}"`],
      );
      await rehash(tx, 1, 10_002);
      await signAgain(tx, thief, '2026-11-01');
    },
    kept: [],
    found: Array.from({ length: 10 }, () => ({
      kind: 'foreign-key' as const,
      day: expect.any(String) as string,
      key: expect.any(String) as string,
    })),
    told: [expect.stringMatching(/^no row brings in the key [0-9a-f]{64}$/) as string],
  },
];

describe('of ten thousand acts both verifiers find and locate', () => {
  for (const { name, touch, found, told, kept } of tamperings)
    test(name, async () => {
      await rolledBack(async (tx) => {
        await touch(tx);
        const outside = kept ?? received;
        const verified = await verifyAudit(tx, { trusted, received: outside });
        expect(verified.findings).toEqual(found);
        const said = await askOutsider(tx, outside);
        for (const sentence of told) expect(said.sentences).toContainEqual(sentence);
        expect(said.whole, said.sentences.join('\n')).toBe(told.length === 0);
        if (name === 'nothing') expect(verified).toMatchObject({ rows: 10_002, lastSealed: '2026-11-10' });
      });
    });
});

/** Changes a row and makes the hashes of it and those after it fit again, as whoever wants to deceive would. */
async function rehash(tx: Transaction, from: number, to: number) {
  await tx.query(`update audit set entry = replace(entry, 'run.paused', 'run.resumed') where seq = $1`, [from]);
  const { rows } = await tx.query<{ seq: number; at: string; entry: string; previous: string }>(
    `select seq::int, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, entry, previous from audit
     where seq between $1 and $2 order by seq`,
    [from, to],
  );
  let previous = rows[0]!.previous;
  const made = rows.map((row) => {
    const whole = { ...row, previous, hash: hashOf({ ...row, previous }) };
    previous = whole.hash;
    return whole;
  });
  await tx.query(
    `update audit set previous = m.previous, hash = m.hash
     from jsonb_to_recordset($1) as m(seq bigint, previous text, hash text) where audit.seq = m.seq`,
    [JSON.stringify(made)],
  );
}

/** Seals the days from `day` on again, with a key of one's own. */
async function signAgain(tx: Transaction, thief: SigningKey, day: string) {
  const { rows } = await tx.query<{ day: string; seq: number; hash: string }>(
    `select s.day::text, s.seq::int, a.hash from audit_seal s join audit a using (seq) where s.day >= $1`,
    [day],
  );
  for (const head of rows) {
    const seal = { ...head, key: thief.key };
    await tx.query('update audit_seal set hash = $2, key = $3, signature = $4 where day = $1', [
      seal.day,
      seal.hash,
      seal.key,
      thief.sign(sealText(seal)),
    ]);
  }
}

async function askOutsider(tx: Transaction, outside: AuditSeal[]) {
  const exported = join(folder, 'export.jsonl');
  const lines: string[] = [];
  for await (const line of exportAudit(tx)) lines.push(line);
  writeFileSync(exported, lines.join(''));
  const mailed = join(folder, 'mailed.jsonl');
  writeFileSync(mailed, outside.map((seal) => JSON.stringify(seal)).join('\n'));
  return new Promise<{ whole: boolean; sentences: string[] }>((resolve) => {
    execFile(process.execPath, [outsider, trusted, exported, mailed], (error, stdout) =>
      resolve({ whole: !error, sentences: stdout.trim().split('\n') }),
    );
  });
}

async function rolledBack(work: (tx: Transaction) => Promise<void>) {
  const undone = new Error('undone');
  await transaction(database, async (tx) => {
    for (const table of ['audit', 'audit_seal', 'audit_reason'])
      await tx.query(`alter table ${table} disable trigger user`);
    await work(tx);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
}
