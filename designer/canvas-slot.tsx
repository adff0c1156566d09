'use client';

import { useMemo } from 'react';
import { draw } from './draw.ts';
import { Drawing } from './drawing.tsx';
import { journeyOf } from './store/draft.ts';
import { useDraft } from './store/use-draft.ts';
import { useSay } from './use-say.ts';

/** The draft as a drawing. */
export function CanvasSlot() {
  const say = useSay();
  const draft = useDraft((state) => state.draft);
  const drawing = useMemo(() => draw(say, journeyOf(draft)), [say, draft]);
  return (
    <Drawing
      of={drawing}
      people={null}
      label={say('drawing.label')}
      words={{
        zoomIn: say('drawing.zoomIn'),
        zoomOut: say('drawing.zoomOut'),
        fit: say('drawing.fit'),
        controls: say('drawing.controls'),
      }}
    />
  );
}
