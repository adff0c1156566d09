'use client';

import { useCallback, useRef } from 'react';
import { sayProblem } from '#locales/say-problem.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { selectNodes } from '../store/selection.ts';
import { useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';

/** Goes to the next step with a problem, round and round, and says what it is. */
export function useNextProblem(): () => void {
  const say = useSay();
  const announce = useAnnounce();
  const store = useDraftStore();
  const at = useRef(-1);
  return useCallback(() => {
    const { problems, draft } = store.getSnapshot();
    const ids = new Set(draft.nodes.map(({ id }) => id));
    const here = problems.filter(({ node }) => node !== undefined && ids.has(node));
    if (here.length === 0) return announce(say('canvas.noProblems'));
    at.current = (at.current + 1) % here.length;
    const problem = here[at.current];
    if (!problem?.node) return;
    store.select(selectNodes(problem.node));
    announce(say('canvas.problemOf', { at: at.current + 1, n: here.length, problem: sayProblem(say, problem) }));
  }, [say, announce, store]);
}
