'use client';

import { createContext, useContext } from 'react';
import type { CardCount, CardProblems, Detail } from '#ui/card.tsx';

/**
 * What is shown on cards and lines beside what was drawn. It goes round React Flow: a new node object would make it lay
 * every line anew.
 */
export type Marks = {
  people: Readonly<Record<string, CardCount>> | null;
  stale: boolean;
  problems: Readonly<Record<string, CardProblems>>;
  /** What somebody who is being walked has passed, and where they stand. */
  path: { nodes: ReadonlySet<string>; lines: ReadonlySet<string>; here: string | null } | null;
  /** What a search found; the rest steps back. */
  found: ReadonlySet<string> | null;
};

export const noMarks: Marks = { people: null, stale: false, problems: {}, path: null, found: null };

export const MarksContext = createContext<Marks>(noMarks);
export const DetailContext = createContext<Detail>('near');

/** The line that lets a card in when the hand lets go. */
export const OverContext = createContext<string | null>(null);

export const useMarks = (): Marks => useContext(MarksContext);
export const useDetail = (): Detail => useContext(DetailContext);
