import type { Effect } from '#engine/effect.ts';
import type { Decided } from './decisions.ts';
import type { Plan } from './plan.ts';
import { isParked } from './situations.ts';

/** A decision flattened for SQL: one row per situation of the temporary table `answer`. */
export type Answer = {
  sit: string;
  decision_id: number | null;
  next: string;
  moves: boolean;
  logs: boolean;
  status: 'active' | 'finished' | 'stopped';
  outcome: string | null;
  /** What was heard waits with the member, who is in attention and was not moved by it. */
  parks: boolean;
  clears: string[];
  /** Timers whose due time is the same for everyone: name → epoch ms. */
  armed: Record<string, number>;
  /** The earliest of `armed`, epoch ms: the due time of whoever keeps no other timer. */
  armed_due: number | null;
  /** Timers whose due time differs per member. */
  later: string[];
  visits: string[];
  /** `visits` of whoever visited nothing before. */
  first_visits: Record<string, number>;
  sets: string[];
};
/** Messages, tasks and calls to make or take back; `raised` is 1 when this same decision raised the node's visit. */
export type Ask = { sit: string; node: string; rung: string; raised: number };
export type Asks = { send: Ask[]; withdraw: Ask[]; task: Ask[]; untask: Ask[]; call: Ask[]; uncall: Ask[] };

/** Step 4, prepared: what each situation's decision means for the rows of the people in it. */
export function answersOf(plan: Plan, decided: Decided[], now: number): { answers: Answer[]; asks: Asks } {
  const asks: Asks = { send: [], withdraw: [], task: [], untask: [], call: [], uncall: [] };
  const answers = decided.map(({ situation, decision, decisionId }): Answer => {
    const { sit, state, event } = situation;
    const answer: Answer = {
      sit,
      decision_id: decisionId,
      next: decision.next,
      moves: decision.next !== state || decision.effects.length > 0,
      logs: false,
      status: 'active',
      outcome: null,
      parks: false,
      clears: [],
      armed: {},
      armed_due: null,
      later: [],
      visits: [],
      first_visits: {},
      sets: [],
    };
    // What an event said is looked back on by `wait-for`, so it is logged even when it moved nobody.
    answer.logs = answer.moves || event.startsWith('event.');
    answer.parks = isParked(event) && !answer.moves;
    for (const effect of decision.effects) apply(effect, answer, asks, plan, now, event);
    if (answer.status !== 'active') Object.assign(answer, { armed: {}, later: [] });
    const times = Object.values(answer.armed);
    answer.armed_due = times.length === 0 ? null : Math.min(...times);
    answer.first_visits = Object.fromEntries(answer.visits.map((node) => [node, 1]));
    return answer;
  });
  return { answers, asks };
}

function apply(effect: Effect, answer: Answer, asks: Asks, plan: Plan, now: number, event: string) {
  const ask = (node: string, rung = '') => ({
    sit: answer.sit,
    node,
    rung,
    raised: answer.visits.includes(node) ? 1 : 0,
  });
  switch (effect.do) {
    case 'visit':
      answer.visits.push(effect.node);
      return;
    case 'send':
      asks.send.push(ask(effect.node, effect.rung));
      return;
    case 'withdraw':
      // A message with a receipt has long been claimed: nothing to take back.
      if (!event.startsWith(`receipt.${effect.node}.${effect.rung}.`))
        asks.withdraw.push(ask(effect.node, effect.rung));
      return;
    case 'task':
    case 'untask':
    case 'call':
    case 'uncall':
      asks[effect.do].push(ask(effect.node));
      return;
    case 'set':
    case 'answer':
      answer.sets.push(effect.node);
      return;
    case 'arm':
      arm(effect.timer, answer, plan, now);
      return;
    case 'clear':
      answer.clears.push(effect.timer);
      delete answer.armed[effect.timer];
      answer.later = answer.later.filter((timer) => timer !== effect.timer);
      return;
    case 'finish':
      answer.status = effect.as;
      answer.outcome = effect.outcome;
  }
}

function arm(timer: string, answer: Answer, plan: Plan, now: number) {
  const delay = plan.compiled.delays[timer];
  if (delay?.wait === 'now') answer.armed[timer] = now;
  else if (delay?.wait === 'duration') answer.armed[timer] = now + delay.ms;
  else if (delay?.wait === 'rung')
    answer.armed[timer] = now + Math.min(delay.leaveMs ?? Number.POSITIVE_INFINITY, delay.answerMs);
  else answer.later.push(timer);
}
