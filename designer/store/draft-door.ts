import type { Phrase } from '#engine/node.ts';
import type { Problem } from '#engine/problem.ts';
import type { Draft } from './draft.ts';

/** A draft as the house keeps it: its version and who saved that. */
export type Stored = { version: number; draft: Draft; by: string };
export type SaveAnswer =
  | { is: 'saved'; version: number }
  | { is: 'stale'; stored: Stored }
  | { is: 'refused'; problems: Problem[] }
  | { is: 'unreachable' };

/** Where drafts are saved; never throws, for the network may be gone at any time. */
export type DraftDoor = {
  save: (what: { version: number; draft: Draft; said: Phrase[] }) => Promise<SaveAnswer>;
  /** The newest version; null when the house does not answer. */
  read: () => Promise<Stored | null>;
};
