'use client';

import { useEffect, useState } from 'react';
import { whenQuiet } from '../use-afterwards.ts';

/** How many things are on the canvas at first: what a large screen shows of a journey's beginning. */
const atFirst = 100;
/** How many more come each time the page is quiet; so many take it less than a tenth of a second. */
const atATime = 100;

/** How many things of a large journey may be put on the canvas by now: first what is seen first, then, bit by bit, all. */
export function useHowMany(all: number): number {
  const [most, setMost] = useState(atFirst);
  useEffect(() => (most < all ? whenQuiet(() => setMost(most + atATime)) : undefined), [most, all]);
  return most;
}
