import { applyWrites } from '../apply-writes.ts';
import { delayDue } from '../delay-due.ts';
import type { Effect } from '../effect.ts';
import type { Problem } from '../problem.ts';
import { compose } from './compose.ts';
import { factsAt } from './facts-at.ts';
import type { Arrival, Walk, WalkMessage } from './walk-type.ts';

export type Applied = { ok: true; walk: Walk } | { ok: false; problem: Problem };

/** Does what one effect of a decision asks for. A timer that cannot be computed is a Problem, and then nothing is done. */
export function applyEffect(walk: Walk, effect: Effect, arrival: Arrival): Applied {
  const { compiled } = walk.world;
  const same = (one: { node: string; visit: number }, node: string) =>
    one.node === node && one.visit === (walk.visits[node] ?? 0);
  switch (effect.do) {
    case 'visit':
      return done({ ...walk, visits: { ...walk.visits, [effect.node]: (walk.visits[effect.node] ?? 0) + 1 } });
    case 'send':
      return done(send(walk, effect.node, effect.rung));
    case 'withdraw':
      return done({
        ...walk,
        messages: walk.messages.map((message) =>
          same(message, effect.node) && message.rung === effect.rung && message.status === 'queued'
            ? { ...message, status: 'withdrawn' }
            : message,
        ),
      });
    case 'task':
      return task(walk, effect.node);
    case 'untask':
      return done({
        ...walk,
        tasks: walk.tasks.map((one) =>
          same(one, effect.node) && one.status === 'open' ? { ...one, status: 'cancelled' } : one,
        ),
      });
    case 'call': {
      const endpoint = compiled.calls[effect.node]?.endpoint ?? '';
      const call = { node: effect.node, visit: walk.visits[effect.node] ?? 0, endpoint, status: 'queued' as const };
      return done({ ...walk, calls: [...walk.calls, call] });
    }
    case 'uncall':
      return done({
        ...walk,
        calls: walk.calls.map((one) =>
          same(one, effect.node) && one.status === 'queued' ? { ...one, status: 'withdrawn' } : one,
        ),
      });
    case 'set':
    case 'answer':
      return done({
        ...walk,
        vars: { ...applyWrites(compiled.writes[effect.node] ?? [], factsAt(walk, arrival), arrival.answer) },
      });
    case 'arm':
      return arm(walk, effect.timer, arrival);
    case 'clear': {
      const { [effect.timer]: _, ...timers } = walk.timers;
      return done({ ...walk, timers });
    }
    case 'finish':
      return done({ ...walk, status: effect.as, outcome: effect.outcome, problem: null });
  }
}

const done = (walk: Walk): Applied => ({ ok: true, walk });

function send(walk: Walk, node: string, rung: string): Walk {
  const declared = walk.world.compiled.sends[`${node}.${rung}`];
  if (!declared) throw new Error(`No rung ${rung} was declared at ${node}`);
  const composed = compose(walk, node, rung, declared);
  const message: WalkMessage =
    composed.reason !== null
      ? { ...composed, status: 'failed' }
      : walk.world.accepts === 'at-once'
        ? { ...composed, status: 'accepted', acceptedAt: walk.now }
        : composed;
  const tells = message.status === 'failed' || (message.status === 'accepted' && declared.enough === 'accepted');
  const receipt: Arrival = {
    event: `receipt.${node}.${rung}.${message.status}`,
    at: walk.now,
    node,
    visit: message.visit,
    data: null,
  };
  return {
    ...walk,
    messages: [...walk.messages, message],
    arrivals: tells ? [...walk.arrivals, receipt] : walk.arrivals,
  };
}

function task(walk: Walk, node: string): Applied {
  const asked = walk.world.compiled.tasks[node];
  if (!asked) throw new Error(`No task was declared at ${node}`);
  const due = dueOf(walk, { wait: 'working-hours', hours: asked.hours }, null);
  if (!due.ok) return due;
  const { title, skill } = asked;
  const opened = { node, visit: walk.visits[node] ?? 0, title, skill, dueAt: due.at };
  return done({ ...walk, tasks: [...walk.tasks, { ...opened, status: 'open', outcome: null }] });
}

function arm(walk: Walk, timer: string, arrival: Arrival): Applied {
  const delay = walk.world.compiled.delays[timer];
  if (!delay) throw new Error(`No delay was declared for ${timer}`);
  const due = dueOf(walk, delay, arrival);
  return due.ok ? done({ ...walk, timers: { ...walk.timers, [timer]: due.at } }) : due;
}

function dueOf(walk: Walk, delay: Parameters<typeof delayDue>[0], arrival: Arrival | null) {
  const { journey, calendar } = walk.world;
  return delayDue(delay, { facts: factsAt(walk, arrival), seat: journey.seat, calendar });
}
