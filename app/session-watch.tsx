'use client';

import dynamic from 'next/dynamic';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sessionLeft, stay } from './session-acts.ts';
import type { SessionLeft } from './session-left.ts';

const SessionWarning = dynamic(() => import('./session-warning.tsx').then((module) => module.SessionWarning), {
  ssr: false,
});

/** How long before the session ends it says so (WCAG 2.2.1 asks for twenty seconds at least). */
const WARN_MS = 120_000;
const SIGN_OF_LIFE_EVERY_MS = 60_000;

/**
 * Keeps the session alive while somebody works here, warns two minutes before it ends with time to stay, and leads to the
 * door when it has ended. Pages that refresh by themselves are no sign of life.
 */
export function SessionWatch({ left }: { left: SessionLeft }) {
  const [warning, setWarning] = useState<SessionLeft | null>(null);
  const signed = useRef(Date.now());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const wait = useCallback((now: SessionLeft | null) => {
    clearTimeout(timer.current);
    if (now === null || now.idleMs <= 0) return leave();
    setWarning(now.idleMs <= WARN_MS ? now : null);
    // Another window may have stayed meanwhile, so the server is asked again before anything is said or done.
    const next = now.idleMs <= WARN_MS ? now.idleMs : now.idleMs - WARN_MS;
    timer.current = setTimeout(() => void sessionLeft().then(wait), Math.min(next + 500, 2 ** 31 - 1));
  }, []);

  useEffect(() => {
    wait(left);
    return () => clearTimeout(timer.current);
  }, [left, wait]);

  useEffect(() => {
    const sign = () => {
      if (Date.now() - signed.current < SIGN_OF_LIFE_EVERY_MS) return;
      signed.current = Date.now();
      void stay().then(wait);
    };
    for (const kind of signs) addEventListener(kind, sign, { passive: true });
    return () => {
      for (const kind of signs) removeEventListener(kind, sign);
    };
  }, [wait]);

  return (
    warning && <SessionWarning left={warning} onStay={() => void stay().then(wait)} onClose={() => setWarning(null)} />
  );
}

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

function leave() {
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
}
