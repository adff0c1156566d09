import { epochOf, momentOf } from '../time/zone.ts';
import { type AuditRow, beginning, hashOf } from './audit-chain.ts';

/** A whole chain of `n` acts, one a minute. */
export function chainOf(n: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= n; seq++) {
    const at = momentOf(epochOf('2026-11-01T00:00Z') + seq * 60_000);
    const entry = `{"about":{"id":"${seq % 97}","kind":"run"},"act":"run.paused","unit":null,"who":{"id":"a","kind":"key"}}`;
    rows.push(hashed({ seq, at, entry, previous: rows.at(-1)?.hash ?? beginning }));
  }
  return rows;
}

export const hashed = (row: Omit<AuditRow, 'hash'>): AuditRow => ({ ...row, hash: hashOf(row) });

/** Every way of touching a chain of at least 100 rows that this product promises to find, by what is to be found. */
export const tamperings: { name: string; touch: (rows: AuditRow[]) => AuditRow[]; found: object[] }[] = [
  { name: 'nothing', touch: (rows) => rows, found: [] },
  {
    name: 'a changed entry',
    touch: (rows) => rows.with(40, { ...rows[40]!, entry: rows[41]!.entry.replace('"a"', '"b"') }),
    found: [{ kind: 'changed', seq: 41 }],
  },
  {
    name: 'a changed time',
    touch: (rows) => rows.with(40, { ...rows[40]!, at: '2026-11-01T03:00:00.000Z' }),
    found: [{ kind: 'changed', seq: 41 }],
  },
  {
    name: 'a changed row with its hash made anew',
    touch: (rows) => rows.with(40, hashed({ ...rows[40]!, entry: rows[0]!.entry })),
    found: [{ kind: 'changed', seq: 41 }],
  },
  {
    name: 'a changed memory of the row before',
    touch: (rows) => rows.with(40, { ...rows[40]!, previous: beginning }),
    found: [{ kind: 'changed', seq: 41 }],
  },
  {
    name: 'a removed row',
    touch: (rows) => rows.toSpliced(40, 1),
    found: [{ kind: 'removed', seq: 41, to: 41 }],
  },
  {
    name: 'removed rows, those after them numbered over the gap',
    touch: (rows) => rows.toSpliced(40, 3).map((row, i) => ({ ...row, seq: i + 1 })),
    found: [{ kind: 'removed', seq: 41, to: 43 }],
  },
  {
    name: 'a removed first row',
    touch: (rows) => rows.slice(1),
    found: [{ kind: 'removed', seq: 1, to: 1 }],
  },
  {
    name: 'an inserted row that bears a number of another',
    touch: (rows) => rows.toSpliced(40, 0, hashed({ ...rows[40]!, entry: rows[3]!.entry })),
    found: [{ kind: 'inserted', seq: 41 }],
  },
  {
    name: 'an inserted row, those after it numbered up',
    touch: (rows) => [
      ...rows.slice(0, 40),
      hashed({ ...rows[40]!, entry: rows[3]!.entry }),
      ...rows.slice(40).map((row) => ({ ...row, seq: row.seq + 1 })),
    ],
    found: [{ kind: 'inserted', seq: 41 }],
  },
  {
    name: 'two rows that bear each other’s number',
    touch: (rows) => rows.with(40, { ...rows[70]!, seq: 41 }).with(70, { ...rows[40]!, seq: 71 }),
    found: [{ kind: 'swapped', seq: 41, with: 71 }],
  },
  {
    name: 'two neighbours in each other’s place',
    touch: (rows) => rows.with(40, rows[41]!).with(41, rows[40]!),
    found: [{ kind: 'swapped', seq: 41, with: 42 }],
  },
  {
    name: 'two rows that say what the other said',
    touch: (rows) =>
      rows.with(40, { ...rows[40]!, entry: rows[70]!.entry }).with(70, { ...rows[70]!, entry: rows[40]!.entry }),
    found: [{ kind: 'swapped', seq: 41, with: 71 }],
  },
  {
    name: 'several at once',
    touch: (rows) =>
      rows
        .with(10, { ...rows[10]!, entry: rows[11]!.entry.replace('"a"', '"b"') })
        .with(50, rows[60]!)
        .with(60, rows[50]!)
        .toSpliced(80, 2),
    found: [
      { kind: 'changed', seq: 11 },
      { kind: 'swapped', seq: 51, with: 61 },
      { kind: 'removed', seq: 81, to: 82 },
    ],
  },
];
