import type { Happening } from '#engine/walk/happening.ts';
import type { Move, Story } from './story.ts';

export type Trying = { story: Story | null };
/** What is being tried on the draft: one person's story, told move by move. Framework-free; nothing of it changes the draft. */
export type TryingStore = {
  getSnapshot: () => Trying;
  subscribe: (listener: () => void) => () => void;
  begin: (story: Story) => void;
  /** Something happens at a moment (epoch ms), or time passes until then. */
  happen: (at: number, happening: Happening | null) => void;
  /** Takes the last move back. */
  back: () => void;
  end: () => void;
};

export function tryingStore(): TryingStore {
  let state: Trying = { story: null };
  const listeners = new Set<() => void>();
  const become = (story: Story | null) => {
    state = { story };
    for (const listener of listeners) listener();
  };
  const moved = (moves: (before: Move[]) => Move[]) => {
    if (state.story) become({ ...state.story, moves: moves(state.story.moves) });
  };
  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: become,
    happen: (at, happening) => moved((before) => [...before, { at, happening }]),
    back: () => moved((before) => before.slice(0, -1)),
    end: () => become(null),
  };
}
