'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import type { WordedCard } from '../draw-card.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './find-bar.module.css';
import { findSteps } from './find-steps.ts';

/** Finds steps by what they say; Enter goes to the next, Shift+Enter to the one before, Escape ends it. */
export function FindBar({
  cards,
  onFound,
  onClose,
}: {
  cards: readonly WordedCard[];
  onFound: (found: ReadonlySet<string> | null) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const store = useDraftStore();
  const nodes = useDraft(({ draft }) => draft.nodes);
  const texts = useDraft(({ draft }) => draft.texts);
  const [query, setQuery] = useState('');
  const typed = useDeferredValue(query);
  const found = useMemo(() => findSteps(typed, { nodes, texts }, cards), [typed, nodes, texts, cards]);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    onFound(typed.trim() === '' ? null : new Set(found));
    setAt(-1);
  }, [found, typed, onFound]);
  useEffect(() => () => onFound(null), [onFound]);
  const go = (by: 1 | -1) => {
    if (found.length === 0) return;
    const next = (at + by + found.length) % found.length;
    setAt(next);
    store.select(selectNodes(found[next] ?? ''));
  };
  return (
    <search className={`${styles['bar']} nopan`}>
      <input
        type="search"
        // The bar opens because somebody wants to type in it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={query}
        placeholder={say('canvas.find')}
        aria-label={say('canvas.find')}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onClose();
        }}
      />
      <span role="status" className={styles['count']}>
        {typed.trim() === '' ? '' : say('canvas.found', { n: found.length, at: at + 1 })}
      </span>
      <IconButton icon="up" label={say('canvas.findBefore')} onAct={() => go(-1)} disabled={found.length === 0} />
      <IconButton icon="down" label={say('canvas.findNext')} onAct={() => go(1)} disabled={found.length === 0} />
      <IconButton icon="close" label={say('canvas.closeFind')} onAct={onClose} />
    </search>
  );
}
