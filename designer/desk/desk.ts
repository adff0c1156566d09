import type { Problem } from '#engine/problem.ts';
import type { Say } from '../say.ts';
import type { Place } from '../store/draft.ts';
import type { DraftState } from '../store/draft-store.ts';

export type Option = { key: string; title: string; meta?: string | undefined };
/** A part of the inspector: the step's fields, its texts, or what belongs to the whole journey. */
export type Part = 'config' | 'texts' | 'settings' | 'stops' | 'goals' | 'variables' | 'walks';

/**
 * Where a command that was chosen from a menu or by a key finds what the selection does not say: it asks the official.
 * Every question can be called off, and is then answered with null. The canvas and the outline each have one.
 */
export type Desk = {
  state: () => DraftState;
  say: Say;
  /** Who draws, and the moment (ISO 8601). */
  me: string;
  now: () => string;
  /** A fresh UUID. */
  uuid: () => string;
  /** Where something new is put: the middle of what is seen; null where there is no canvas. */
  place: () => Place | null;
  /** Where every card is drawn, placed by hand or not. */
  places: () => Record<string, Place>;
  /** Which way an arrow key pointed, if one was pressed. */
  arrow: 'up' | 'down' | 'left' | 'right' | null;
  choose: (question: string, options: Option[]) => Promise<string | null>;
  write: (
    question: string,
    field: { label: string; value?: string; lines?: number; most: number },
  ) => Promise<string | null>;
  measure: <K extends string>(question: string, numbers: Record<K, number>) => Promise<Record<K, number> | null>;
  /** What the clipboard holds as text. */
  clipboard: () => Promise<string | null>;
  /** Says why nothing can be done. */
  tell: (problem: Problem) => null;
  /** Opens a form that runs its command itself. */
  inspect: (part: Part) => null;
};
