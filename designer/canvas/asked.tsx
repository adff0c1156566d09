'use client';

import type { Place } from '../place-cards.ts';
import { ActsPalette } from './acts-palette.tsx';
import { ChooseNext } from './choose-next.tsx';
import { Shortcuts } from './shortcuts.tsx';
import type { NewSteps } from './use-new-steps.ts';
import type { Wanted } from './use-wired.ts';

/** What the canvas is asking or showing over the drawing, one thing at a time. */
export type Asking =
  | { is: 'next'; wanted: Wanted | null }
  | { is: 'find' }
  | { is: 'shortcuts' }
  | { is: 'acts' }
  | { is: 'menu'; at: Place };

/** Shows what is asked in a dialog. */
export function Asked({ asking, steps, onClose }: { asking: Asking | null; steps: NewSteps; onClose: () => void }) {
  switch (asking?.is) {
    case 'next': {
      const { wanted } = asking;
      return (
        <ChooseNext
          inside={wanted?.behind != null}
          onClose={onClose}
          onChoose={(kind) => {
            onClose();
            if (wanted) steps.answer(kind, wanted);
            else steps.put(kind);
          }}
        />
      );
    }
    case 'shortcuts':
      return <Shortcuts onClose={onClose} />;
    case 'acts':
      return <ActsPalette onClose={onClose} />;
    default:
      return null;
  }
}
