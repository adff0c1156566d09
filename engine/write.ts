/**
 * What a `set` or `answer` effect of a node writes into the member's variables: a fixed value; a copy of a fact; the old
 * number (0 if none) plus something; or the answer in hand (`at` null: the answer itself, else a dotted path in its JSON).
 */
export type Write = { variable: string } & (
  | { from: 'value'; value: string | number | boolean | null }
  | { from: 'fact'; fact: string }
  | { from: 'sum'; plus: number }
  | { from: 'answer'; at: string | null }
);
