import { hashOfReason } from '#engine/office/audit-chain.ts';
import type { AuditFinding } from '#engine/office/audit-finding.ts';
import { type AuditSeal, checkSeals } from '#engine/office/audit-seal.ts';
import { type ChainHead, follows, locateTampering, nothingYet } from '#engine/office/locate-tampering.ts';
import type { Queryable } from '../database.ts';
import { keysInChain } from './keys-in-chain.ts';
import { type ReadRow, readAudit, readSeals } from './read-audit.ts';
import { verifySignature } from './verify-signature.ts';

export type Verified = { rows: number; head: ChainHead; lastSealed: string | null; findings: AuditFinding[] };

/**
 * Reads the whole audit and answers everything that is wrong with it and where. `trusted` is the fingerprint of the first
 * key as it was noted outside the database; `received` are seals kept outside it, which tell of days that are gone.
 */
export async function verifyAudit(
  database: Queryable,
  { trusted, received = [] }: { trusted: string; received?: readonly AuditSeal[] },
): Promise<Verified> {
  const seals = withoutRepeated([...(await readSeals(database)), ...received]);
  const sealed = new Set(seals.map(({ hash }) => hash));
  const present = new Set<string>();
  const reasons = reasonsSeen();
  let head = nothingYet;
  let count = 0;
  let whole = true;
  for await (const page of readAudit(database)) {
    count += page.length;
    for (const row of page) {
      if (sealed.has(row.hash)) present.add(row.hash);
      reasons.see(row);
      whole &&= follows(head, row);
      head = { seq: row.seq, hash: row.hash };
    }
  }
  const chain = { last: head.seq, has: (hash: string) => present.has(hash), keys: await keysInChain(database) };
  const until = await lastDayToSeal(database);
  return {
    rows: count,
    head,
    lastSealed:
      seals
        .map(({ day }) => day)
        .toSorted()
        .at(-1) ?? null,
    findings: [
      ...(whole ? [] : locateTampering(await allRows(database))),
      ...reasons.findings(),
      ...checkSeals(seals, chain, { trusted, verify: verifySignature, until }),
    ],
  };
}

/** The audit at once. A chain that is not whole is looked at from its beginning: what was put in may fit what stands before. */
async function allRows(database: Queryable): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const page of readAudit(database)) for (const row of page) rows.push(row);
  return rows;
}

/**
 * Reasons whose words are other ones, or are gone without anybody having erased them. Words are known by their hash, not by
 * the number of the row: numbers may have been moved.
 */
function reasonsSeen() {
  const told = new Map<string, number>();
  const kept = new Map<string, number>();
  const erased = new Set<number>();
  return {
    see: ({ seq, entry, salt, reason }: ReadRow) => {
      if (reason !== null) kept.set(hashOfReason(salt ?? '', reason), seq);
      if (!entry.includes('reason')) return;
      const act = readEntry(entry);
      if (act?.reason !== undefined) told.set(act.reason, seq);
      if (act?.act === 'audit.reason-erased' && act.detail?.row !== undefined) erased.add(act.detail.row);
    },
    findings: (): AuditFinding[] => {
      const gone = [...told].flatMap(([hash, seq]) => (kept.has(hash) || erased.has(seq) ? [] : [seq]));
      const strange = [...kept].flatMap(([hash, seq]) => (told.has(hash) ? [] : [seq]));
      return [...new Set([...gone, ...strange])].map((seq) => ({ kind: 'reason-changed', seq }));
    },
  };
}

/** What an entry says of reasons; nothing when somebody made it unreadable, which its hash tells already. */
function readEntry(entry: string): { act?: string; reason?: string; detail?: { row?: number } } | undefined {
  try {
    return JSON.parse(entry) as ReturnType<typeof readEntry>; // written by writeEntry, or not intact
  } catch {
    return undefined;
  }
}

/** The last day that must have been sealed by now; the night has an hour for it. */
async function lastDayToSeal(database: Queryable): Promise<string | undefined> {
  const { rows } = await database.query<{ day: string | null }>(
    `select (select day::text where exists (select from audit where (at at time zone 'Europe/Madrid')::date <= day)) as day
     from (select ((now() - interval '1 hour') at time zone 'Europe/Madrid')::date - 1 as day) yesterday`,
  );
  return rows[0]?.day ?? undefined;
}

function withoutRepeated(seals: AuditSeal[]): AuditSeal[] {
  return [...new Map(seals.map((seal) => [JSON.stringify([seal.day, seal.signature]), seal])).values()];
}
