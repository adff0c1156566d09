import type { Answer } from './answers.ts';
import { add } from './count.ts';
import type { Decided } from './decisions.ts';

/** Adds up people per state before and after, and outcomes, for `count`; returns how many left the run. */
export function tally(deltas: Map<string, number>, decided: Decided[], answers: Answer[]): number {
  let gone = 0;
  decided.forEach(({ situation, decision }, i) => {
    const answer = answers[i]!;
    if (!answer.moves) return;
    add(deltas, `state:${situation.state}`, -situation.people);
    add(deltas, `state:${decision.next}`, situation.people);
    if (answer.status === 'active') return;
    gone += situation.people;
    add(deltas, `outcome:${answer.outcome}`, situation.people);
  });
  return gone;
}
