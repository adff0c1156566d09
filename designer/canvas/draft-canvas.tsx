'use client';

import { useDrill } from '../trying/drill-door.ts';
import { useTried } from '../trying/use-trying.tsx';
import { Canvas } from './canvas.tsx';

/** The canvas with what is being tried on the draft: the way of a walk while its panel is open (`walking`), the counts of a drill. */
export function DraftCanvas({ walking }: { walking: boolean }) {
  const tried = useTried();
  const drill = useDrill();
  return <Canvas path={walking ? (tried?.path ?? null) : null} living={drill?.living ?? null} />;
}
