/** A reason not to go on that a person can act upon: its message is the one sentence they read. */
export class Refusal extends Error {}
