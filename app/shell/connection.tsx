'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './connection.module.css';

/**
 * Without a network: says so, and holds on to the page, for what is written on it would be lost by following a link to
 * where nothing answers.
 */
export function Connection() {
  const t = useTranslations();
  const announce = useAnnounce();
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
  useEffect(() => {
    if (online) return;
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement) || link.hash !== '') return;
      event.preventDefault();
      event.stopPropagation();
      announce(t('offline.stay'));
    };
    // Before React hears of it, so that no router sets out.
    document.addEventListener('click', hold, { capture: true });
    return () => document.removeEventListener('click', hold, { capture: true });
  }, [online, announce, t]);
  return (
    <div role="status" className={styles['place']}>
      {!online && (
        <Notice look="ochre">
          <p>{t('offline.means')}</p>
        </Notice>
      )}
    </div>
  );
}

function watch(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
