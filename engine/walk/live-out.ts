import { nodeOf } from '../state-name.ts';
import { walkOn, walkUntil } from '../walk.ts';
import type { Happening } from './happening.ts';
import { nextTimer, possibleNext } from './possible-next.ts';
import type { Walk } from './walk-type.ts';

/** What is assumed of a life: whether messages arrive, and whether the person does what they are asked for. */
export type Assumption = { messages: 'delivered' | 'failed'; person: 'silent' | 'acts' };

const minute = 60_000;
const hour = 60 * minute;
/** Nobody is followed for longer than three years, nor through more turns than a life has. */
const longest = 3 * 365 * 24 * hour;
const mostTurns = 1_000;

/**
 * Lives a walk to its end, or until nothing more would happen, as assumed: messages arrive or fail within the minute, the
 * office does its tasks, other systems answer and a person who acts takes the first way offered within the hour.
 */
export function liveOut(walk: Walk, assumption: Assumption): Walk {
  let life = walkUntil(walk, walk.now);
  const end = walk.now + longest;
  for (let turn = 0; turn < mostTurns && life.status === 'active' && life.now < end; turn++) {
    const next = assumed(life, assumption);
    const due = nextTimer(life)?.until ?? Number.POSITIVE_INFINITY;
    if (!next && due === Number.POSITIVE_INFINITY) break;
    // In time: within the minute or the hour, and before half of the time that is left.
    const at = Math.min(life.now + (next?.type === 'receipt' ? minute : hour), (life.now + due) / 2);
    life = next ? walkUntil(walkOn(life, next, at), at) : walkUntil(life, due);
  }
  return life;
}

function assumed(life: Walk, { messages, person }: Assumption): Happening | undefined {
  const possible = possibleNext(life).flatMap((one) => (one.do === 'happen' ? [one.happening] : []));
  const told = possible.find((one) => one.type === 'receipt' && one.status === messages);
  const done = possible.find(({ type }) => type === 'task' || type === 'call');
  return told ?? done ?? (person === 'acts' ? act(life, possible) : undefined);
}

/** Whoever was told something does it: answers, else reaches the goal, else does what is awaited here. */
function act(life: Walk, possible: Happening[]): Happening | undefined {
  if (!life.messages.some(({ status }) => status === 'delivered' || status === 'replied')) return undefined;
  const { exits, machine } = life.world.compiled;
  const goals = new Set(exits.flatMap(({ on, event }) => (on === 'goal' && event !== null ? [event] : [])));
  const here = JSON.stringify(machine.states[nodeOf(life.state)] ?? {});
  return (
    possible.find(({ type }) => type === 'reply') ??
    possible.find((one) => one.type === 'event' && goals.has(one.event)) ??
    possible.find((one) => one.type === 'event' && here.includes(`"event.${one.event}"`))
  );
}
