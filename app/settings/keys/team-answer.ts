/** What became of an address or a code that was typed. */
export type TeamAnswer = { done: 'added' | 'confirmed' } | { wrong: 'address' | 'code' };
