'use client';

import { useEffect, useMemo, useState } from 'react';
import type { DrawnCard } from '../draw.ts';
import { whenQuiet } from '../use-afterwards.ts';
import { seenFirst } from './first-view.ts';

/** How many cards are on the canvas at first: more than a large screen shows of a journey's beginning. */
const atFirst = 50;
/** How many more come each time the page is quiet; so many take it less than a tenth of a second. */
const atATime = 100;

/** Which cards of a large journey may be on the canvas by now: first what is seen first, then, bit by bit, all (null). */
export function useComing(cards: readonly DrawnCard[]): ReadonlySet<string> | null {
  const [most, setMost] = useState(atFirst);
  const all = cards.length;
  useEffect(() => (most < all ? whenQuiet(() => setMost(most + atATime)) : undefined), [most, all]);
  return useMemo(() => (most < cards.length ? seenFirst(cards, most) : null), [cards, most]);
}
