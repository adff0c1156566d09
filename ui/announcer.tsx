'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import styles from './announcer.module.css';

const Announce = createContext<(sentence: string) => void>(() => undefined);

/** Says a sentence to everybody: shown for eight seconds at the foot of the page and read out politely. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(Announce);
}

/** Holds the place where sentences are said; it is in the page from the start, or screen readers would miss the first. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ sentence: string; key: number }>();
  const announce = useCallback(
    (sentence: string) => setSaid((before) => ({ sentence, key: (before?.key ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), 8_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Announce value={announce}>
      {children}
      <div className={styles['place']} role="status">
        {said && (
          <p key={said.key} className={styles['toast']}>
            {said.sentence}
          </p>
        )}
      </div>
    </Announce>
  );
}
