import { decide, EndlessJourney, exitFor } from '../decide.ts';
import type { Decision } from '../effect.ts';
import { evaluate, type Standing } from '../evaluate.ts';
import type { Problem } from '../problem.ts';
import { readable } from '../readable.ts';
import { applyEffect } from './apply-effect.ts';
import { eventInHand, factsAt } from './facts-at.ts';
import type { Arrival, Walk } from './walk-type.ts';

/** Asks XState what an arrival means for this person, and does it: all of it or, on a Problem, nothing but attention. */
export function decideArrival(walk: Walk, arrival: Arrival): Walk {
  if (walk.status === 'finished' || walk.status === 'stopped') return walk;
  if (arrival.node !== undefined && arrival.visit !== (walk.visits[arrival.node] ?? 0)) return walk;
  const holds = readingsOf(walk, arrival);
  if (walk.status === 'attention' && !exitFor(walk.world.compiled, arrival.event, (name) => holds[name] === true))
    return walk;
  const decision = ask(walk, arrival.event, holds);
  if ('code' in decision) return attention(walk, decision);
  const timer = arrival.event.startsWith('timer.') ? arrival.event.slice('timer.'.length) : '';
  const { [timer]: _, ...timers } = walk.timers;
  let moved: Walk = { ...walk, timers, state: decision.next };
  for (const effect of decision.effects) {
    const applied = applyEffect(moved, effect, arrival);
    if (!applied.ok) return attention(walk, applied.problem);
    moved = applied.walk;
  }
  if (moved.status === 'finished' || moved.status === 'stopped') moved = { ...moved, timers: {}, arrivals: [] };
  return remember(walk, moved, arrival, decision, holds);
}

function readingsOf(walk: Walk, arrival: Arrival): Record<string, boolean> {
  const { compiled, journey } = walk.world;
  const standing: Standing = {
    ...factsAt(walk, arrival),
    person: walk.person,
    vars: walk.vars,
    event: eventInHand(walk, arrival),
    heard: walk.heard,
    seed: journey.slug,
  };
  return Object.fromEntries(
    readable(compiled, walk.state, arrival.event).map((name) => {
      const reading = compiled.readings[name];
      return [name, reading !== undefined && evaluate(reading, standing)];
    }),
  );
}

function ask(walk: Walk, event: string, holds: Record<string, boolean>): Decision | Problem {
  try {
    return decide(walk.world.compiled, { state: walk.state, event, holds });
  } catch (error) {
    if (!(error instanceof EndlessJourney)) throw error;
    return { code: 'endless-journey', severity: 'error' };
  }
}

function attention(walk: Walk, problem: Problem): Walk {
  return { ...walk, status: 'attention', problem };
}

function remember(
  before: Walk,
  after: Walk,
  { event, data }: Arrival,
  { next, effects, read }: Decision,
  holds: Record<string, boolean>,
): Walk {
  const heard = event.startsWith('event.')
    ? [...after.heard, { type: event.slice('event.'.length), event: data }]
    : after.heard;
  if (next === before.state && effects.length === 0) return { ...after, heard };
  const asked = Object.fromEntries(read.map((name) => [name, holds[name] === true]));
  const step = { at: before.now, state: before.state, event, holds: asked, next, effects };
  return { ...after, heard, log: [...after.log, step] };
}
