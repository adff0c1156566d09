/** Something wrong with the audit, and where. Rows are named by their place in the chain, days as yyyy-mm-dd. */
export type AuditFinding =
  /** What the row says is not what was hashed, or the row after it remembers another hash. */
  | { kind: 'changed'; seq: number }
  | { kind: 'removed'; seq: number; to: number }
  /** A row that no other remembers; `seq` is the number it bears. */
  | { kind: 'inserted'; seq: number }
  | { kind: 'swapped'; seq: number; with: number }
  | { kind: 'disordered'; seq: number; to: number }
  /** The words kept beside the chain are not those whose hash is in it. */
  | { kind: 'reason-changed'; seq: number }
  /** The day's seal names a row that is not there any more: everything after `seq` is missing. */
  | { kind: 'tail-missing'; day: string; seq: number; to: number }
  /** The chain is whole, but it is not the one that was sealed on that day: it was rewritten since the seal before. */
  | { kind: 'rewritten'; day: string; seq: number }
  | { kind: 'day-missing'; day: string }
  /** Signed with a key that no trusted key handed over to. */
  | { kind: 'foreign-key'; day: string; key: string }
  | { kind: 'bad-signature'; day: string };
