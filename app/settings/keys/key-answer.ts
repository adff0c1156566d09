/** What became of it: a secret to be shown this once, done, waiting for a second person, or which fields were wrong (`''`: it is no longer there). */
export type KeyAnswer = { secret: string } | { done: true } | { asked: true } | { wrong: string[] };
