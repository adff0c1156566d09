'use client';

import '../react-flow.css';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { CardCount } from '#ui/card.tsx';
import { type Marks, MarksContext } from './marks.ts';
import { Surface } from './surface.tsx';
import { ToldSizes } from './told-sizes.tsx';
import { useProblemMarks } from './use-problem-marks.ts';
import { VisibleProvider } from './visible.tsx';
import { ZoomDetail } from './zoom-detail.tsx';

export type Living = { people: Readonly<Record<string, CardCount>>; stale: boolean };

/** The canvas: the draft drawn by hand. `living` counts who stands where while a drill runs, `path` is the way of a walk. */
export function Canvas({ living, path }: { living: Living | null; path: Marks['path'] }) {
  const problems = useProblemMarks();
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  const marks = useMemo(
    (): Marks => ({ people: living?.people ?? null, stale: living?.stale ?? false, problems, path, found }),
    [living, problems, path, found],
  );
  return (
    <MarksContext value={marks}>
      <ReactFlowProvider>
        <ToldSizes>
          <ZoomDetail>
            <VisibleProvider>
              <Surface onFound={setFound} />
            </VisibleProvider>
          </ZoomDetail>
        </ToldSizes>
      </ReactFlowProvider>
    </MarksContext>
  );
}
