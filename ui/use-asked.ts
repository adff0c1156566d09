import { useEffect, useState } from 'react';

type Asked<T> = { of: string; found: T[]; failed: boolean };
/** `asking`: what was found so far is of the beginning of what is written, or nothing. */
export type Answer<T> = { found: T[]; is: 'asking' | 'answered' | 'failed' };

/** What a search elsewhere finds for what is being written, asked once the writer pauses (ms). Typing on asks again. */
export function useAsked<T>(
  written: string,
  ask: (written: string, signal: AbortSignal) => Promise<T[]>,
  { pause = 0, least = 0 }: { pause?: number; least?: number } = {},
): Answer<T> {
  const [answer, setAnswer] = useState<Asked<T>>({ of: '', found: [], failed: false });
  const enough = written.trim().length >= least;
  useEffect(() => {
    if (!enough) return;
    const leaving = new AbortController();
    const settle = (of: Asked<T>) => !leaving.signal.aborted && setAnswer(of);
    const asking = setTimeout(() => {
      ask(written, leaving.signal).then(
        (found) => settle({ of: written, found, failed: false }),
        () => settle({ of: written, found: [], failed: true }),
      );
    }, pause);
    return () => {
      leaving.abort();
      clearTimeout(asking);
    };
  }, [written, enough, ask, pause]);
  if (!enough) return { found: [], is: 'answered' };
  if (answer.of === written) return { found: answer.found, is: answer.failed ? 'failed' : 'answered' };
  return { found: answer.of !== '' && written.startsWith(answer.of) ? answer.found : [], is: 'asking' };
}
