'use client';

import { createContext, useContext } from 'react';
import type { Asks } from './asks.ts';
import type { House } from './context.ts';

/** What the page brings for the panels: the house, the way to ask its server, help pages by kind, who draws, and when (epoch ms). */
export type Surroundings = {
  house: House;
  asks: Asks;
  helps: Readonly<Record<string, string>>;
  reviewer: string | null;
  now: number;
};

export const HouseContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const found = useContext(HouseContext);
  if (!found) throw new Error('No house: the panel stands outside HouseContext');
  return found;
}
