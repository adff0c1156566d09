import { useEffect, useState } from 'react';

/** `asking`: what was found is of something less or more than what is written by now, or nothing. */
export type Answer<T> = { found: T[]; is: 'asking' | 'answered' | 'failed' };

/**
 * What a search elsewhere finds for what is being written, asked once the writer pauses (ms) and only `when` there is enough
 * of it; an answer to what is no longer written is thrown away.
 */
export function useAsked<T>(
  written: string,
  ask: (written: string, signal: AbortSignal) => Promise<T[]>,
  { when = true, pause = 0 }: { when?: boolean; pause?: number } = {},
): Answer<T> {
  const [answer, setAnswer] = useState<{ of: string; found: T[]; failed: boolean }>();
  useEffect(() => {
    if (!when) return;
    const leaving = new AbortController();
    const settle = (found: T[], failed: boolean) =>
      !leaving.signal.aborted && setAnswer({ of: written, found, failed });
    const asking = setTimeout(() => {
      ask(written, leaving.signal).then(
        (found) => settle(found, false),
        () => settle([], true),
      );
    }, pause);
    return () => {
      leaving.abort();
      clearTimeout(asking);
    };
  }, [written, when, ask, pause]);
  if (!when) return { found: [], is: 'answered' };
  if (answer?.of === written) return { found: answer.found, is: answer.failed ? 'failed' : 'answered' };
  return { found: answer && akin(answer.of, written) ? answer.found : [], is: 'asking' };
}

/** Typed on, or some of it taken back. */
const akin = (of: string, written: string) => written.startsWith(of) || (written !== '' && of.startsWith(written));
