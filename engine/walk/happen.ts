import { delayDue } from '../delay-due.ts';
import { coreAttributes, safetyFlags } from '../rule/core-attributes.ts';
import { nodeOf } from '../state-name.ts';
import { understand } from '../understand.ts';
import { decideArrival } from './decide-arrival.ts';
import { factsAt } from './facts-at.ts';
import type { Happening } from './happening.ts';
import { type MessageStatus, messageStatuses } from './message-status.ts';
import type { Walk, WalkMessage } from './walk-type.ts';

/** What one happening does, at the walk's own moment. */
export function happen(walk: Walk, happening: Happening): Walk {
  switch (happening.type) {
    case 'receipt':
      return receipt(walk, happening);
    case 'reply':
      return reply(walk, happening.text);
    case 'event': {
      const { event, data } = happening;
      if (!walk.world.compiled.listens.includes(event)) return walk;
      return decideArrival(walk, { event: `event.${event}`, at: walk.now, data: { ...data, type: event } });
    }
    case 'task':
      return task(walk, happening);
    case 'call':
      return call(walk, happening);
    case 'attributes':
      return attributes(walk, happening.changed);
  }
}

const rank = (status: MessageStatus) => messageStatuses.indexOf(status);
const notices = new Set<MessageStatus>(['expired', 'failed', 'delivered', 'read', 'replied']);

function receipt(walk: Walk, { node, rung, status, visit }: Extract<Happening, { type: 'receipt' }>): Walk {
  const message = walk.messages.findLast(
    (one) => one.node === node && one.rung === rung && (visit === undefined || one.visit === visit),
  );
  if (!message || rank(status) <= rank(message.status)) return walk;
  const acceptedAt =
    message.acceptedAt ?? (rank(status) >= rank('accepted') && status !== 'withdrawn' ? walk.now : null);
  const risen = replace(walk, message, { status, acceptedAt });
  const enough = walk.world.compiled.sends[`${node}.${rung}`]?.enough;
  if (!notices.has(status) && !(status === 'accepted' && enough === 'accepted')) return risen;
  const event = `receipt.${node}.${rung}.${status === 'expired' ? 'failed' : status}`;
  return decideArrival(risen, { event, at: walk.now, node, visit: message.visit, data: null });
}

function reply(walk: Walk, text: string): Walk {
  const node = nodeOf(walk.state);
  const answers = walk.world.compiled.questions[node];
  const visit = walk.visits[node] ?? 0;
  const message = walk.messages.findLast(
    (one) => one.node === node && one.visit === visit && rank(one.status) >= rank('claimed'),
  );
  if (!answers || !message) return walk;
  const answer = understand(text, answers);
  const told =
    rank(message.status) < rank('replied')
      ? replace(walk, message, { status: 'replied', acceptedAt: message.acceptedAt })
      : walk;
  return decideArrival(told, { event: `reply.${node}.${answer}`, at: walk.now, node, visit, data: null, answer });
}

function task(walk: Walk, { node, outcome, visit }: Extract<Happening, { type: 'task' }>): Walk {
  const of = visit ?? walk.visits[node] ?? 0;
  const open = walk.tasks.find((one) => one.node === node && one.visit === of && one.status === 'open');
  if (!open) return walk;
  const tasks = walk.tasks.map((one) => (one === open ? { ...open, status: 'done' as const, outcome } : one));
  const event = `task.${node}.${outcome}`;
  return decideArrival({ ...walk, tasks }, { event, at: walk.now, node, visit: of, data: null });
}

function call(walk: Walk, { node, outcome, answer, visit }: Extract<Happening, { type: 'call' }>): Walk {
  const of = visit ?? walk.visits[node] ?? 0;
  const open = walk.calls.find((one) => one.node === node && one.visit === of && one.status === 'queued');
  if (!open) return walk;
  const status = outcome === 'success' ? ('done' as const) : outcome;
  const calls = walk.calls.map((one) => (one === open ? { ...open, status } : one));
  const event = `call.${node}.${outcome}`;
  return decideArrival({ ...walk, calls }, { event, at: walk.now, node, visit: of, data: null, answer });
}

function attributes(walk: Walk, changed: Record<string, unknown>): Walk {
  const isCore = (name: string) => Object.hasOwn(coreAttributes, name) || safetyFlags.includes(name);
  const entries = Object.entries(changed);
  const { citizen } = walk.person;
  const catalogued = {
    ...(citizen['attributes'] as object | undefined), // an object by its column
    ...Object.fromEntries(entries.filter(([name]) => !isCore(name))),
  };
  const now = { ...citizen, ...Object.fromEntries(entries.filter(([name]) => isCore(name))), attributes: catalogued };
  const fresh = datesAnew({ ...walk, person: { ...walk.person, citizen: now } }, Object.keys(changed));
  if (!Object.keys(changed).some((name) => walk.world.compiled.watches.includes(name))) return fresh;
  return decideArrival(fresh, { event: 'attribute.changed', at: walk.now, data: null });
}

/** A wait until a date that has just changed waits until the new one. */
function datesAnew(walk: Walk, changed: string[]): Walk {
  const { compiled, journey, calendar } = walk.world;
  let fresh = walk;
  for (const timer of Object.keys(walk.timers)) {
    const delay = compiled.delays[timer];
    if (delay?.wait !== 'until' || !changed.some((name) => delay.fact === `citizen.${name}`)) continue;
    const due = delayDue(delay, { facts: factsAt(walk, null), seat: journey.seat, calendar });
    if (!due.ok) return { ...fresh, status: 'attention', problem: due.problem };
    fresh = { ...fresh, timers: { ...fresh.timers, [timer]: due.at } };
  }
  return fresh;
}

function replace(walk: Walk, message: WalkMessage, change: Pick<WalkMessage, 'status' | 'acceptedAt'>): Walk {
  return { ...walk, messages: walk.messages.map((one) => (one === message ? { ...one, ...change } : one)) };
}
