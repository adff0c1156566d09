'use client';

import { useEffect, useState } from 'react';
import type { Rule } from '#engine/rule/rule.ts';
import type { Asks, Counted } from '../../inspector/asks.ts';

/** `at`: epoch ms of the last word; null while the first is awaited. `settled`: nothing more will come. */
export type LiveCount = { counted: Counted | null; at: number | null; settled: boolean; failed: boolean };

/** How long typing may go on before the question is asked anew. */
const pauseMs = 250;

/**
 * Counts a rule while it is edited. What was known stays until there is news (it is of the rule before: `settled` is
 * false); a question that nobody waits for any more is called off.
 */
export function useLiveCount(rule: Rule | null, asks: Asks): LiveCount {
  const [live, setLive] = useState<LiveCount>({ counted: null, at: null, settled: false, failed: false });
  const asked = rule === null ? null : JSON.stringify(rule);
  useEffect(() => {
    if (asked === null) return;
    const leaving = new AbortController();
    setLive((before) => ({ ...before, settled: false, failed: false }));
    const hear = (counted: Counted) => {
      if (!leaving.signal.aborted) setLive({ counted, at: Date.now(), settled: counted.exact, failed: false });
    };
    const timer = setTimeout(() => {
      asks.count(JSON.parse(asked) as Rule, hear, leaving.signal).then(
        () =>
          !leaving.signal.aborted && setLive((before) => ({ ...before, settled: true, failed: before.at === null })),
        () => !leaving.signal.aborted && setLive((before) => ({ ...before, settled: true, failed: true })),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked, asks]);
  return live;
}
