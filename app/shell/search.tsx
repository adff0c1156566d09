'use client';

import { Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { fetchedPart } from '#ui/fetched-part.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './search.module.css';

const { Part: Palette } = fetchedPart(() => import('./palette.tsx').then((module) => module.Palette));

/** Opens the search by its button or by Ctrl K; the search itself is fetched when it is first wanted. */
export function Search() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const show = (words = '') => {
    setTyped(words);
    setWanted(true);
    setOpen(true);
  };
  useEffect(() => {
    const asked = (event: Event) => show(event instanceof CustomEvent ? String(event.detail) : '');
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      // A question is answered first.
      if (document.querySelector('dialog:modal') === null) show();
    };
    addEventListener('keydown', hear);
    addEventListener(asking, asked);
    return () => {
      removeEventListener('keydown', hear);
      removeEventListener(asking, asked);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles['search']}
        onClick={() => show()}
        aria-keyshortcuts="Control+K"
        aria-label={t('search.open')}
      >
        <Icon name="search" />
        <span className={styles['word']} aria-hidden>
          {t('search.open')}
        </span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      {wanted && (
        <Suspense>
          <Palette key={typed} typed={typed} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const asking = 'cauce:search';

/** Opens the search from elsewhere on the page, with these words typed. */
export function askForSearch(typed: string): void {
  dispatchEvent(new CustomEvent(asking, { detail: typed }));
}
