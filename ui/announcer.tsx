'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import styles from './announcer.module.css';
import { Icon } from './icon.tsx';

/** Something that can still be done about what was said: it stays until it is done or closed. */
export type Follow = { label: string; onAct: () => void; close: string };
type Said = { sentence: string; follow?: Follow | undefined; key: number };

const Announce = createContext<(sentence: string, follow?: Follow) => void>(() => undefined);

/** Says a sentence to everybody: at the foot of the page, and read out politely. Without a `follow` it goes after 8 s. */
export function useAnnounce(): (sentence: string, follow?: Follow) => void {
  return useContext(Announce);
}

/** Holds the place where sentences are said; it is in the page from the start, or screen readers would miss the first. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>();
  const announce = useCallback(
    (sentence: string, follow?: Follow) => setSaid((before) => ({ sentence, follow, key: (before?.key ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    // What offers an act has no time limit (WCAG 2.2.1).
    if (!said || said.follow) return;
    const timer = setTimeout(() => setSaid(undefined), 8_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Announce value={announce}>
      {children}
      <div className={styles['place']}>
        <div role="status" data-announcer>
          {said && <Toast key={said.key} said={said} onClose={() => setSaid(undefined)} />}
        </div>
      </div>
    </Announce>
  );
}

/** One sentence at the foot of the page. */
export function Toast({ said: { sentence, follow }, onClose }: { said: Omit<Said, 'key'>; onClose: () => void }) {
  return (
    <div className={styles['toast']}>
      <p>{sentence}</p>
      {follow && (
        <>
          <button
            type="button"
            className={styles['act']}
            onClick={() => {
              follow.onAct();
              onClose();
            }}
          >
            {follow.label}
          </button>
          <button type="button" className={styles['act']} aria-label={follow.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}
