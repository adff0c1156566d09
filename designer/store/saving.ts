import type { Phrase } from '#engine/node.ts';
import type { Problem } from '#engine/problem.ts';
import type { Checker } from './checker.ts';
import { type Draft, journeyOf } from './draft.ts';
import type { DraftDoor, Stored } from './draft-door.ts';
import type { DraftStore } from './draft-store.ts';
import { type Choices, type Conflict, merge } from './merge.ts';
import { newProblems } from './new-problems.ts';
import { sameJson } from './same-json.ts';

/** How it stands between this browser and the house. */
export type SavingState = { version: number } & (
  | { is: 'saved' | 'unsaved' | 'saving' }
  /** The house does not answer; work goes on here and is saved as soon as it does. */
  | { is: 'offline' }
  /** Somebody saved meanwhile, and putting both together needs a word: conflicts, or problems neither side had. */
  | { is: 'asking'; conflicts: Conflict[]; problems: Problem[]; by: string }
  | { is: 'refused'; problems: Problem[] }
);

export type Saving = {
  getSnapshot: () => SavingState;
  subscribe: (listener: () => void) => () => void;
  /** The draft as the house last had it, for the shelf. */
  stored: () => Stored;
  /** Somebody saved a version: take it over if it is newer. */
  heard: (version: number) => void;
  /** Answers what is asked: each conflict's choice, and that new problems are accepted. */
  answer: (choices: Choices) => Promise<void>;
  saveNow: () => Promise<void>;
  stop: () => void;
};
type Parts = { store: DraftStore; stored: Stored; door: DraftDoor; check: Checker; pause?: number; retry?: number };

/**
 * Saves a draft whenever its author pauses, and brings in what others saved. What does not touch is merged; what both
 * changed, and a merge with problems that neither side had, is asked about and saved only once answered.
 */
export function saving({ store, stored: first, door, check, pause = 800, retry = 4_000 }: Parts): Saving {
  let stored = first;
  let state: SavingState = { is: same() ? 'saved' : 'unsaved', version: first.version };
  let theirs: Stored | null = null;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = store.getSnapshot().history.past.at(-1)?.id ?? 0;
  const listeners = new Set<() => void>();

  function same() {
    const { draft } = store.getSnapshot();
    return draft === stored.draft || sameJson(draft, stored.draft);
  }
  const become = (next: SavingState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  async function save(): Promise<void> {
    if (busy || state.is === 'asking' || same()) return;
    busy = true;
    const { draft, history } = store.getSnapshot();
    const steps: Phrase[] = history.past.filter(({ id }) => id > told).map((step) => step.said);
    const said = steps.length > 0 ? steps : [{ code: 'back', params: {} }];
    if (state.is !== 'offline') become({ is: 'saving', version: stored.version });
    const answer = await door.save({ version: stored.version, draft, said });
    if (answer.is === 'stale') return bringIn(answer.stored, {});
    busy = false;
    if (answer.is === 'saved') {
      told = history.past.at(-1)?.id ?? told;
      stored = { version: answer.version, draft, by: stored.by };
      become({ is: same() ? 'saved' : 'unsaved', version: answer.version });
      if (!same()) later(pause);
    } else if (answer.is === 'refused') {
      become({ is: 'refused', version: stored.version, problems: answer.problems });
      if (store.getSnapshot().draft !== draft) follow();
    } else {
      become({ is: 'offline', version: stored.version });
      later(retry);
    }
  }

  async function bringIn(newer: Stored, choices: Choices, accepted = false): Promise<void> {
    busy = true;
    theirs = newer;
    const mine = store.getSnapshot().draft;
    const { draft, conflicts } = merge({ base: stored.draft, mine, theirs: newer.draft }, choices);
    const open = conflicts.filter(({ path }) => !choices[path.join('/')]);
    const problems = accepted || same() ? [] : await problemsOfMerging(draft, mine, newer.draft);
    if (open.length > 0 || problems.length > 0) {
      busy = false;
      return become({ is: 'asking', version: stored.version, conflicts, problems, by: newer.by });
    }
    // Somebody typed while it was being checked: once more, with what they typed.
    if (store.getSnapshot().draft !== mine) return bringIn(newer, choices, accepted);
    theirs = null;
    stored = newer;
    store.adopt(draft);
    busy = false;
    become({ is: same() ? 'saved' : 'unsaved', version: newer.version });
    await save();
  }

  async function problemsOfMerging(merged: Draft, mine: Draft, other: Draft): Promise<Problem[]> {
    const [ours, others, both] = await Promise.all([check(mine), check(other), check(merged)]);
    return newProblems(both, ours, others);
  }

  /** Follows the draft: something to save is saved after a pause; nothing left to save, as after a step back, is said. */
  const follow = () => {
    if (busy || state.is === 'asking') return;
    if (same()) {
      clearTimeout(timer);
      if (state.is !== 'saved') become({ is: 'saved', version: stored.version });
    } else if (state.is !== 'offline') {
      if (state.is !== 'unsaved') become({ is: 'unsaved', version: stored.version });
      later(pause);
    }
  };
  const leave = store.subscribe(follow);
  if (state.is === 'unsaved') later(0);

  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stored: () => stored,
    heard: (version) => {
      if (version <= stored.version || busy || state.is === 'asking') return;
      busy = true;
      void door.read().then((newer) => {
        busy = false;
        return newer && newer.version > stored.version ? bringIn(newer, {}) : follow();
      });
    },
    answer: async (choices) => {
      if (theirs) await bringIn(theirs, choices, true);
    },
    saveNow: save,
    stop: () => {
      clearTimeout(timer);
      leave();
    },
  };
}

/** What is sent and stored: comments apart, the journey as the engine reads it. */
export const sendable = (draft: Draft) => ({ journey: journeyOf(draft), comments: draft.comments });
