import type { Phrase } from '#engine/node.ts';
import { applyChanges } from './apply-changes.ts';
import { type Change, inverse } from './change.ts';
import { difference } from './difference.ts';
import type { Draft } from './draft.ts';

/** One step back: what changed and the sentence that tells it. Plain data, so that it outlives a reload. */
export type Step = { id: number; at: number; said: Phrase; changes: Change[]; together: string | null };
/** Oldest first; `future` holds what was undone, the next to redo last. */
export type History = { past: Step[]; future: Step[] };

export const emptyHistory: History = { past: [], future: [] };
const longest = 300;
/** How long (ms) a pause may be for changes that belong together to be one step. */
const pause = 1_500;

/** The history after a change; typing on in the same place lengthens the last step instead of adding one. */
export function remember(history: History, { before, after, step }: Remembered): History {
  const last = history.past.at(-1);
  const goesOn =
    last && history.future.length === 0 && step.together !== null && last.together === step.together
      ? step.at - last.at <= pause
      : false;
  if (!last || !goesOn) {
    const added = { ...step, id: (last?.id ?? 0) + 1, changes: difference(before, after) };
    return added.changes.length === 0 ? history : { past: [...history.past, added].slice(-longest), future: [] };
  }
  const changes = difference(applyChanges(before, inverse(last.changes)), after);
  const past = history.past.slice(0, -1);
  // Typed and typed away again: nothing happened.
  return { past: changes.length === 0 ? past : [...past, { ...last, at: step.at, changes }], future: [] };
}
type Remembered = { before: Draft; after: Draft; step: Omit<Step, 'id' | 'changes'> };

/** The draft and history one step back; undefined where there is none. */
export function stepBack(draft: Draft, { past, future }: History): Stepped | undefined {
  const step = past.at(-1);
  if (!step) return undefined;
  return {
    draft: applyChanges(draft, inverse(step.changes)),
    history: { past: past.slice(0, -1), future: [...future, step] },
    step,
  };
}

/** The draft and history one step forward again. */
export function stepForward(draft: Draft, { past, future }: History): Stepped | undefined {
  const step = future.at(-1);
  if (!step) return undefined;
  return {
    draft: applyChanges(draft, step.changes),
    // Typing after a redo begins a step of its own.
    history: { past: [...past, { ...step, together: null }], future: future.slice(0, -1) },
    step,
  };
}
type Stepped = { draft: Draft; history: History; step: Step };
