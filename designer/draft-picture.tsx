'use client';

import { useMemo } from 'react';
import { Disclosure } from '#ui/disclosure.tsx';
import styles from './designer.module.css';
import { picture } from './picture/picture.ts';
import { journeyOf } from './store/draft.ts';
import { useDraft } from './store/use-draft.ts';
import { useSay } from './use-say.ts';

/** The drawing as a picture, to be looked at where there is no room to draw. */
export function DraftPicture() {
  const say = useSay();
  const draft = useDraft((state) => state.draft);
  const svg = useMemo(() => picture(say, journeyOf(draft), { inPage: true }), [say, draft]);
  return (
    <Disclosure title={say('designer.seeDrawing')}>
      {/* Made by picture.ts, which escapes every word. */}
      <div
        className={styles['picture']}
        tabIndex={0}
        role="region"
        aria-label={say('drawing.label')}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </Disclosure>
  );
}
