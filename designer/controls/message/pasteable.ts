import { longestText } from '#engine/journey.ts';

/**
 * What of a pasted text can stand in a message: no longer than any text (a browser that is given millions of characters does
 * not answer any more), and without what cannot be stored.
 */
export function pasteable(text: string): string {
  return text.slice(0, longestText).replaceAll(/[\0\p{Cs}]/gu, '');
}
