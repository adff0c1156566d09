'use client';

import { useMemo, useState } from 'react';
import { type PhrasePiece, phrase } from './phrase.ts';
import styles from './phrase-bar.module.css';
import { journeyOf } from './store/draft.ts';
import { selectNodes } from './store/selection.ts';
import { useDraft, useDraftStore } from './store/use-draft.ts';
import { useSay } from './use-say.ts';

/** More pieces than this are no phrase any more. */
const [most, mostOfAll] = [40, 400];

/** La frase: the journey as a paragraph that lives with the draft. A piece selects its step, and a step its piece. */
export function PhraseBar() {
  const say = useSay();
  const store = useDraftStore();
  const draft = useDraft((state) => state.draft);
  const selected = useDraft(({ selection }) => selection.nodes);
  const [whole, setWhole] = useState(false);
  const pieces = useMemo(() => phrase(say, journeyOf(draft), whole ? mostOfAll : most), [say, draft, whole]);
  if (pieces.length === 0) return null;
  const shown: PhrasePiece[] = pieces.slice(0, whole ? mostOfAll : most);
  return (
    <section className={styles['bar']} aria-label={say('canvas.phrase')}>
      <p className={whole ? '' : styles['short']}>
        {shown.map(({ node, text }) => (
          <span key={node}>
            <button
              type="button"
              aria-pressed={selected.includes(node)}
              className={styles['piece']}
              onClick={() => store.select(selectNodes(node))}
            >
              {text}
            </button>{' '}
          </span>
        ))}
        {pieces.length > shown.length && say('canvas.phraseMore', { n: pieces.length - shown.length })}
      </p>
      <button type="button" className={styles['more']} aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {say(whole ? 'canvas.phraseShort' : 'canvas.phraseWhole')}
      </button>
    </section>
  );
}
