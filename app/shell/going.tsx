'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './going.module.css';

/** What takes longer than this to open is told about; sooner would only flicker. */
const patienceMs = 500;
/** Longer than this and the link was none of ours to wait for. */
const giveUpMs = 15_000;

/** When a page takes its time: which one is being opened, at the foot of the one that is still shown. */
export function Going() {
  const t = useTranslations();
  const [to, setTo] = useState<string>();
  const address = `${usePathname()}?${useSearchParams()}`;
  // Arrived: the address changed, so nothing is waited for any more.
  useEffect(() => setTo(undefined), [address]);
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = [];
    const setOut = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || isElsewhere(link) || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      for (const timer of timers) clearTimeout(timer);
      const from = location.href;
      timers = [
        setTimeout(() => location.href === from && setTo(link.textContent?.trim() ?? ''), patienceMs),
        setTimeout(() => setTo(undefined), giveUpMs),
      ];
    };
    document.addEventListener('click', setOut);
    return () => {
      document.removeEventListener('click', setOut);
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" className={styles['place']}>
      {to !== undefined && <p className={styles['going']}>{t('offline.going', { to })}</p>}
    </div>
  );
}

function isElsewhere(link: HTMLAnchorElement): boolean {
  return (
    link.origin !== location.origin ||
    link.target !== '' ||
    link.hasAttribute('download') ||
    link.pathname + link.search === location.pathname + location.search
  );
}
