import type { Checker } from './checker.ts';
import type { DraftDoor, Stored } from './draft-door.ts';
import { type DraftStore, draftStore } from './draft-store.ts';
import type { History } from './history.ts';
import { type Saving, saving } from './saving.ts';
import type { Selection } from './selection.ts';
import type { Shelf } from './shelf.ts';
import { watchProblems } from './watch-problems.ts';

/** What outlives a reload: the work, its steps back, and which version of the house's it began from. */
export type Kept = { stored: Stored; draft: Stored['draft']; history: History; selection: Selection };
export type Opened = { store: DraftStore; saving: Saving; close: () => void };
type Parts = { key: string; stored: Stored; shelf: Shelf<Kept>; door: DraftDoor; check: Checker };

/**
 * Opens a draft for work: as this browser left it, if it was left with work or steps back, else as the house has it. From
 * then on it is checked, saved, and kept on the shelf, until closed.
 */
export async function openDraft({ key, stored, shelf, door, check }: Parts): Promise<Opened> {
  const kept = await shelf.get(key);
  // A version ahead of the house's is from another house, or from before it was restored.
  const ours = kept && kept.stored.version <= stored.version ? kept : undefined;
  const store = draftStore(ours ?? { draft: stored.draft });
  const saves = saving({ store, stored: ours?.stored ?? stored, door, check });
  saves.heard(stored.version);
  const stopChecking = watchProblems(store, check);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const { draft, history, selection } = store.getSnapshot();
    return shelf.put(key, { stored: saves.stored(), draft, history, selection });
  };
  const later = () => {
    timer ??= setTimeout(() => void keep(), 300);
  };
  const leaves = [store.subscribe(later), saves.subscribe(later)];
  return {
    store,
    saving: saves,
    close: () => {
      for (const leave of leaves) leave();
      if (timer) void keep();
      stopChecking();
      saves.stop();
    },
  };
}
