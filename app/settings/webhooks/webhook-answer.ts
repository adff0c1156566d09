/** What became of it: a secret to be shown this once, done, or which fields were wrong (`''`: it is no longer there). */
export type WebhookAnswer = { secret: string; id: string } | { done: true } | { wrong: string[] };

/** What is done with one button. */
export type WebhookHow = 'rotate' | 'end-old' | 'on' | 'off' | 'test' | 'replay-given-up';
