/** As many characters as a text may have (engine/journey.ts); a browser that is given millions does not answer any more. */
export const longestText = 20_000;

/** What of a pasted text can stand in a message: no longer than any text, and without what cannot be stored. */
export function pasteable(text: string): string {
  return text.slice(0, longestText).replaceAll(/[\0\p{Cs}]/gu, '');
}
