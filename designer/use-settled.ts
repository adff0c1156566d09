'use client';

import { useEffect, useState } from 'react';

/** A value once it has been left alone for that long (ms), so that what is dear to compute does not hold up typing. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
