import { useEffect, useState } from 'react';
import type { Context } from '#engine/check/subject.ts';
import { workerChecker } from './store/checker.ts';
import type { Stored } from './store/draft-door.ts';
import { fetchDoor } from './store/fetch-door.ts';
import { type Kept, type Opened, openDraft } from './store/opened-draft.ts';
import { openShelf } from './store/shelf.ts';
import { whenQuiet } from './use-afterwards.ts';

/** Opens a draft in this browser for as long as the component stands; null until it is ready. */
export function useOpenedDraft({ key, stored, address, context }: What): Opened | null {
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
    }).then((draft) => {
      mine = draft;
      if (left) draft.close();
      else setOpened(draft);
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
type What = { key: string; stored: Stored; address: string; context: Context };
