/** What a decision asks of the world. Data only: SQL applies it to crowds, a walk applies it to one person. */
export type Effect =
  | { do: 'visit'; node: string }
  | { do: 'send'; node: string; rung: string }
  | { do: 'withdraw'; node: string; rung: string }
  | { do: 'task'; node: string }
  | { do: 'untask'; node: string }
  | { do: 'call'; node: string }
  | { do: 'uncall'; node: string }
  | { do: 'set'; node: string }
  | { do: 'answer'; node: string }
  | { do: 'arm'; timer: string }
  | { do: 'clear'; timer: string }
  | { do: 'finish'; outcome: string; as: 'finished' | 'stopped' };

/** XState's answer for one situation: where to stand next, what to do, and which readings were asked for it. */
export type Decision = { next: string; effects: Effect[]; read: string[] };
