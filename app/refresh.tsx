'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import { useNow } from '#ui/use-now.ts';
import styles from './refresh.module.css';

/** Reads a page of counts again every few seconds while it is looked at, and says how old it is when that fails. */
export function Refresh({ at, everySeconds = 4 }: { at: string; everySeconds?: number }) {
  const t = useTranslations();
  const router = useRouter();
  const read = Date.parse(at);
  const now = useNow(read);
  useEffect(() => {
    const timer = setInterval(() => {
      // Read without a network, the page would be left for the browser's own about having none.
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh();
    }, everySeconds * 1_000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  const age = Math.max(0, Math.round((now - read) / 1_000));
  return (
    <p className={`${styles['age']} ${age > 10 ? styles['stale'] : ''}`}>
      {t(age > 10 ? 'age.stale' : 'age.fresh', { n: age })}
    </p>
  );
}
