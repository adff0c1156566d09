import { useEffect, useState } from 'react';
import type { Context } from '#engine/check/subject.ts';
import { workerChecker } from './store/checker.ts';
import type { Stored } from './store/draft-door.ts';
import { fetchDoor } from './store/fetch-door.ts';
import { type Kept, type Opened, openDraft } from './store/opened-draft.ts';
import { openShelf } from './store/shelf.ts';
import { whenQuiet } from './use-afterwards.ts';

/** How long (ms) the desk waits at most for what is best shown together with it. */
const together = 1_000;

/**
 * Opens a draft in this browser for as long as the component stands; null until it is ready, and until what `beside` begins
 * to fetch is there too, if it does not take long.
 */
export function useOpenedDraft({ key, stored, address, context, beside }: What): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    // What is first seen comes first: the checker begins once it is there.
    let checker: ReturnType<typeof workerChecker> | undefined;
    let quiet: Promise<void> | undefined;
    let left = false;
    let mine: Opened | undefined;
    void openDraft({
      key,
      stored,
      shelf: openShelf<Kept>('cauce-drafts'),
      door: fetchDoor(address),
      check: async (draft) => {
        await (quiet ??= new Promise((resolve) => whenQuiet(resolve)));
        checker ??= workerChecker(context);
        return checker.check(draft);
      },
    }).then(async (draft) => {
      if (left) return draft.close();
      mine = draft;
      await Promise.race([beside(), new Promise((resolve) => setTimeout(resolve, together))]);
      if (!left) setOpened(draft);
    });
    const back = () => void mine?.saving.saveNow();
    addEventListener('online', back);
    return () => {
      left = true;
      removeEventListener('online', back);
      mine?.close();
      checker?.close();
    };
    // What the page brought is where it begins; later versions come through the door.
  }, [key, address]);
  return opened;
}
type What = {
  key: string;
  stored: Stored;
  address: string;
  context: Context;
  beside: () => Promise<unknown> | undefined;
};
