'use client';

import { useEffect, useState } from 'react';

/** The time in epoch ms, stepped every second; `start` until the page has come alive, so that server and browser agree. */
export function useNow(start: number): number {
  const [now, setNow] = useState(start);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
