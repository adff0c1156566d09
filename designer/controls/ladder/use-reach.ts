'use client';

import { useEffect, useState } from 'react';
import type { MessageClass } from '#engine/journey.ts';
import type { Rule } from '#engine/rule/rule.ts';
import type { Asks, Counted, ReachedBy } from '../../inspector/asks.ts';

/** How many people each attempt can reach today; null until something is known. */
export function useReach(
  question: { rule: Rule; rungs: readonly ReachedBy[]; class: MessageClass },
  asks: Asks,
): Counted | null {
  const [counted, setCounted] = useState<Counted | null>(null);
  const asked = JSON.stringify(question);
  useEffect(() => {
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      const hear = (news: Counted) => !leaving.signal.aborted && setCounted(news);
      asks.reach(JSON.parse(asked) as typeof question, hear, leaving.signal).catch(() => undefined);
    }, 250);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked, asks]);
  return counted;
}
