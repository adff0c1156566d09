'use client';

import { useEffect, useState } from 'react';

/** False until what is first seen is on screen and the page has nothing better to do: for what may come a moment later. */
export function useAfterwards(): boolean {
  const [isAfterwards, setAfterwards] = useState(false);
  useEffect(() => whenQuiet(() => setAfterwards(true)), []);
  return isAfterwards;
}

/** Calls back once the next picture is on screen and the page is quiet, two seconds later at the latest; answers how to call it off. */
export function whenQuiet(work: () => void): () => void {
  let forget = () => {};
  const frame = requestAnimationFrame(() => {
    if (typeof requestIdleCallback === 'function') {
      const idle = requestIdleCallback(work, { timeout: 2_000 });
      forget = () => cancelIdleCallback(idle);
    } else {
      const timer = setTimeout(work, 50); // Safari
      forget = () => clearTimeout(timer);
    }
  });
  return () => {
    cancelAnimationFrame(frame);
    forget();
  };
}
