import type { Problem } from '#engine/problem.ts';
import { unstorable } from '#engine/storable.ts';
import { type Doable, isProblem, refuse } from './command.ts';
import type { Draft } from './draft.ts';
import { emptyHistory, type History, remember, type Step, stepBack, stepForward } from './history.ts';
import { broughtBy, nothing, type Selection, stillThere, touchedBy } from './selection.ts';

/** Everything a surface shows of a draft; a new object whenever something changed, and only then. */
export type DraftState = {
  draft: Draft;
  selection: Selection;
  history: History;
  /** What `check` last said, and of which draft: problems of an older one are shown until the new ones come. */
  problems: Problem[];
  checked: Draft | null;
  /** Why the last command was refused; null after one that was done. */
  refused: Problem | null;
  /** What was done last and by which kind of act, for announcing it. */
  last: { step: Step; act: 'do' | 'undo' | 'redo' } | null;
};

export type DraftStore = {
  getSnapshot: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  /** Runs a command: the draft, the history and the selection follow, or `refused` says why not. */
  run: <P>(command: Doable<P>, params: NoInfer<P>) => Problem | null;
  /** Says why something cannot be done, as a refused command does. */
  refuse: (problem: Problem) => void;
  undo: () => void;
  redo: () => void;
  select: (selection: Selection) => void;
  /** Takes over what others did meanwhile; steps back still undo only one's own changes. */
  adopt: (draft: Draft) => void;
  tellProblems: (of: Draft, problems: Problem[]) => void;
};

type Start = { draft: Draft; history?: History; selection?: Selection };

/** The store of one draft: framework-free, changed only through commands. `now` gives epoch milliseconds. */
export function draftStore(start: Start, now: () => number = Date.now): DraftStore {
  let state: DraftState = {
    draft: start.draft,
    selection: stillThere(start.selection ?? nothing, start.draft),
    history: start.history ?? emptyHistory,
    problems: [],
    checked: null,
    refused: null,
    last: null,
  };
  const listeners = new Set<() => void>();
  const become = (next: Partial<DraftState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const step = (to: ReturnType<typeof stepBack>, act: 'undo' | 'redo') => {
    if (!to) return;
    const selection = broughtBy(inSense(to.step, act)) ?? touchedBy(to.step.changes, to.draft);
    become({ draft: to.draft, history: to.history, selection, refused: null, last: { step: to.step, act } });
  };

  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run: (command, params) => {
      const before = state.draft;
      // What the house cannot keep would stop the saving of everything after it.
      const after = unstorable(params) ? refuse('text-not-storable') : command.apply(before, params);
      if (isProblem(after)) {
        become({ refused: after });
        return after;
      }
      if (after === before) return null;
      const together = command.together ? `${command.name} ${command.together(params)}` : null;
      const said = { at: now(), said: command.said(before, params), together };
      const history = remember(state.history, { before, after, step: said });
      const done = history.past.at(-1);
      const selection = (done && broughtBy(done.changes)) ?? stillThere(state.selection, after);
      become({
        draft: after,
        history,
        selection,
        refused: null,
        last: done ? { step: done, act: 'do' } : state.last,
      });
      return null;
    },
    refuse: (problem) => become({ refused: problem }),
    undo: () => step(stepBack(state.draft, state.history), 'undo'),
    redo: () => step(stepForward(state.draft, state.history), 'redo'),
    select: (selection) => become({ selection: stillThere(selection, state.draft) }),
    adopt: (draft) => become({ draft, selection: stillThere(state.selection, draft) }),
    tellProblems: (of, problems) => become({ problems, checked: of }),
  };
}

/** The changes as they came about: backwards when undone. */
const inSense = ({ changes }: Step, act: 'undo' | 'redo') =>
  act === 'redo' ? changes : changes.map(({ path, was, is }) => ({ path, was: is, is: was }));
