'use client';

import { useEffect, useState } from 'react';

/** False until what is first seen is on screen and the page has nothing better to do: for what may come a moment later. */
export function useAfterwards(): boolean {
  const [isAfterwards, setAfterwards] = useState(false);
  useEffect(() => whenQuiet(() => setAfterwards(true)), []);
  return isAfterwards;
}

/** How long (ms) what comes afterwards leaves the page to itself. */
const breath = 200;

/** Calls back a moment later, once the page is quiet, two seconds later at the latest; answers how to call it off. */
export function whenQuiet(work: () => void): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    // Safari does not say when it is idle.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(work, { timeout: 2_000 });
    else work();
  }, breath);
  return () => {
    clearTimeout(timer);
    if (idle) cancelIdleCallback(idle);
  };
}
