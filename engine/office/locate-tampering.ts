import { type AuditRow, beginning, hashOf } from './audit-chain.ts';
import type { AuditFinding } from './audit-finding.ts';

/** Where a chain is known to be whole: after this row. */
export type ChainHead = { seq: number; hash: string };
export const nothingYet: ChainHead = { seq: 0, hash: beginning };

/** Whether a row is the next one after `head`, unchanged. */
export function follows(head: ChainHead, row: AuditRow): boolean {
  return row.seq === head.seq + 1 && row.previous === head.hash && hashOf(row) === row.hash;
}

/**
 * Everything that is wrong with the rows after `from`, given in the order in which they stand. The chain is followed by
 * what each row remembers of the one before, so that rows are recognised wherever they were put and whatever number they
 * were given. A chain that somebody hashed anew to its end is whole; only its seals give it away.
 */
export function locateTampering(rows: readonly AuditRow[], from: ChainHead = nothingYet): AuditFinding[] {
  const findings: AuditFinding[] = [];
  const chain = followLinks(rows, from, findings);
  const known = new Set(chain.map(({ row }) => row));
  const strangers = rows.filter((row) => !known.has(row));
  findings.push(...strangers.map(({ seq }) => ({ kind: 'inserted' as const, seq })));
  const exchanged = exchangedRows(rows, chain, strangers, findings);
  const taken = new Set(chain.map(({ row }) => row.seq));
  const madeRoomFor = strangers.filter(({ seq }) => !taken.has(seq));
  for (const { row, place, number, intact } of chain) {
    const moved = madeRoomFor.filter(({ seq }) => seq < row.seq).length;
    if (!exchanged.has(row) && (!intact || row.seq !== number + moved)) findings.push({ kind: 'changed', seq: place });
  }
  return dropRepeated(findings).sort((one, other) => placeOf(one) - placeOf(other));
}

/** A row at its place in the chain; `number` is the place less what was removed before it and numbered over. */
type Link = { row: AuditRow; place: number; number: number; intact: boolean };

function followLinks(rows: readonly AuditRow[], from: ChainHead, findings: AuditFinding[]): Link[] {
  const remembering = groupBy(rows, ({ previous }) => previous);
  const numbered = groupBy(rows, ({ seq }) => String(seq));
  const left = new Set(rows);
  const chain: Link[] = [];
  const numbers = [...rows].sort((one, other) => one.seq - other.seq);
  let [place, hash, over, lowest] = [from.seq, from.hash, 0, 0];
  for (;;) {
    place += 1;
    const here = place - over;
    let row = likeliest(remembering.get(hash)?.filter((one) => left.has(one)) ?? [], place, remembering);
    if (!row) {
      // Nobody remembers the row before: it was hashed anew, or the next forgot it, or some are missing in between.
      row = numbered.get(String(here))?.find((one) => left.has(one));
      while (lowest < numbers.length && (!left.has(numbers[lowest]!) || numbers[lowest]!.seq < here)) lowest += 1;
      const next = row ?? numbers[lowest];
      if (!next) return chain;
      const gap = row ? removedBefore(row, place) : next.seq - here;
      if (gap > 0) findings.push({ kind: 'removed', seq: place, to: place + gap - 1 });
      else if (isIntact(next, place)) findings.push({ kind: 'changed', seq: Math.max(from.seq + 1, place - 1) });
      if (row) over += gap;
      place += gap;
      row = next;
    }
    left.delete(row);
    chain.push({ row, place, number: place - over, intact: isIntact(row, place) });
    hash = row.hash;
  }
}

/** Whether a row says what was hashed when it took this place. */
function isIntact(row: AuditRow, place: number): boolean {
  return hashOf({ ...row, seq: place }) === row.hash;
}

/** Of several rows that remember the same one, the one that was remembered in turn is no stranger. */
function likeliest(rows: AuditRow[], place: number, remembering: Map<string, AuditRow[]>): AuditRow | undefined {
  if (rows.length < 2) return rows[0];
  const remembered = rows.filter(({ hash }) => remembering.has(hash));
  return (remembered.length > 0 ? remembered : rows).find((row) => isIntact(row, place)) ?? rows[0];
}

/** How many rows are missing before one whose number was moved down over the gap. */
function removedBefore(row: AuditRow, place: number): number {
  for (let gap = 1; gap <= 1_000; gap++) if (isIntact(row, place + gap)) return gap;
  return 0;
}

/** Pairs that stand in each other's place, whole or in what they say. Adds the findings; answers who is explained by them. */
function exchangedRows(
  rows: readonly AuditRow[],
  chain: Link[],
  strangers: AuditRow[],
  findings: AuditFinding[],
): Set<AuditRow> {
  const explained = new Set<AuditRow>();
  const pair = (one: Link, other: Link) => {
    findings.push({ kind: 'swapped', seq: one.place, with: other.place });
    explained.add(one.row).add(other.row);
  };
  const given = rows.filter((row) => !strangers.includes(row));
  const standing = new Map(given.map((row, i) => [row, i]));
  const displaced = chain.filter(({ row }, i) => standing.get(row) !== i);
  const byRank = new Map(chain.map((link, i) => [i, link]));
  for (const link of displaced) {
    const other = byRank.get(standing.get(link.row)!)!;
    if (!explained.has(link.row) && byRank.get(standing.get(other.row)!) === link) pair(link, other);
  }
  const rest = displaced.filter(({ row }) => !explained.has(row));
  if (rest.length > 0) {
    findings.push({ kind: 'disordered', seq: rest[0]!.place, to: rest.at(-1)!.place });
    for (const { row } of rest) explained.add(row);
  }
  const changed = chain.filter(({ row, intact }) => !intact && !explained.has(row)).slice(0, 200);
  for (const [i, one] of changed.entries())
    for (const other of changed.slice(i + 1))
      if (!explained.has(one.row) && !explained.has(other.row) && saysWhat(one, other) && saysWhat(other, one))
        pair(one, other);
  return explained;
}

/** Whether the words of `other` are what was hashed at the place of `one`. */
function saysWhat({ row, place }: Link, { row: { at, entry } }: Link): boolean {
  return hashOf({ ...row, seq: place, at, entry }) === row.hash || hashOf({ ...row, seq: place, entry }) === row.hash;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const placeOf = (finding: AuditFinding) => ('seq' in finding ? finding.seq : 0);

function dropRepeated(findings: AuditFinding[]): AuditFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
