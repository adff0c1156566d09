'use client';

import { createContext, useContext } from 'react';
import type { Act } from '../store/gesture.ts';
import type { gestures } from './gestures.ts';

/** What parts of the canvas may do to the draft: each gesture through its command. */
export type Acts = {
  act: Act<typeof gestures>;
  /** A note or a frame has been given this place and size. */
  resized: (list: 'notes' | 'frames', id: string, box: { x: number; y: number; width: number; height: number }) => void;
};

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('No canvas: the component stands outside ActsContext');
  return acts;
}
