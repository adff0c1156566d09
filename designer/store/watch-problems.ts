import type { Checker } from './checker.ts';
import type { Draft } from './draft.ts';
import type { DraftStore } from './draft-store.ts';

/**
 * Keeps a store's problems current: asked again once nobody has typed for `pause` ms, one question at a time, so that
 * however long checking takes, nothing waits for it. Returns how to stop.
 */
export function watchProblems(store: DraftStore, check: Checker, pause = 200): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: Draft | null = null;
  let stopped = false;

  const ask = async () => {
    const { draft, checked } = store.getSnapshot();
    if (asking || draft === checked || stopped) return;
    asking = draft;
    const problems = await check(draft).finally(() => (asking = null));
    if (!stopped) store.tellProblems(draft, problems);
  };
  const later = () => {
    if (store.getSnapshot().draft === (asking ?? store.getSnapshot().checked)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pause);
  };

  void ask();
  const leave = store.subscribe(later);
  return () => {
    stopped = true;
    clearTimeout(timer);
    leave();
  };
}
