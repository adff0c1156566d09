'use client';

import { createContext, useContext } from 'react';
import type { Problem } from '#engine/problem.ts';
import type { Living } from '../canvas/canvas.tsx';

/** How a drill of the draft is started, seen and stopped; the page knows the server, the designer does not. */
export type DrillDoor = {
  running: { address: string } | null;
  /** Who stands where in it; null while none runs. */
  living: Living | null;
  /** In about how many minutes the whole journey is to pass. */
  start: (minutes: number) => void;
  stop: () => void;
  busy: boolean;
  /** Why it could not be started. */
  refused: Problem[];
};

/** Null where no drill can be started. */
export const DrillContext = createContext<DrillDoor | null>(null);
export const useDrill = (): DrillDoor | null => useContext(DrillContext);
