import type { Delay } from './delay.ts';
import type { Exit, Journey, Node } from './journey.ts';
import type { Answer, Build, Call, Guard, Send, State, Task, Transition } from './node.ts';
import { parseConfig } from './node-config.ts';
import { kindOf } from './nodes/index.ts';
import type { Reading } from './reading.ts';
import { watches } from './watches.ts';
import type { Write } from './write.ts';

/** Raised when the same journey compiles to something else: members keep the machine their revision was published with. */
export const COMPILER = 1;

export type Machine = {
  id: 'journey';
  initial: 'enter';
  context: { holds: Record<string, boolean> };
  on: Record<string, Transition[]>;
  states: Record<string, State>;
};
/** A stop rule or goal as `decide` asks it: `event` null means whatever happens, `reading` null means no rule. */
export type CompiledExit = { id: string; on: 'stop' | 'goal'; event: string | null; reading: string | null };

/** A published journey, ready to be lived. Plain JSON: it is stored with its revision. */
export type Compiled = {
  compiler: number;
  machine: Machine;
  readings: Record<string, Reading>;
  delays: Record<string, Delay>;
  /** By `node.rung`. */
  sends: Record<string, Send>;
  /** By node, like the three that follow. */
  writes: Record<string, Write[]>;
  questions: Record<string, Answer[]>;
  tasks: Record<string, Task>;
  calls: Record<string, Call>;
  exits: CompiledExit[];
  /** Event types (CloudEvents) that members may hear while inside. */
  listens: string[];
  /** Attributes whose change may move a member who is resting. */
  watches: string[];
  /** True when some of those rules also change with the date. */
  sweeps: boolean;
};

/** Compiles a journey to a plain-JSON XState machine. Never throws for a journey that `parse` accepted; `check` says what is wrong. */
export function compile(journey: Journey): Compiled {
  const parts: Parts = { readings: {}, delays: {}, sends: {}, writes: {}, questions: {}, tasks: {}, calls: {} };
  const states: Record<string, State> = { enter: { on: {} } };
  for (const node of journey.nodes) {
    const fragment = compileNode(node, journey, parts);
    if (fragment) states[node.id] = leaveBeforeReturning(node.id, fragment);
  }
  for (const node of journey.nodes)
    if (kindOf(node.kind)?.entry)
      states['enter']!.on![`enter.${node.id}`] = [{ target: target(journey, node, 'start') }];
  states['dead_end'] = { id: 'dead_end', type: 'final', entry: [finish('dead-end', 'finished')] };
  const exits = compileExits(journey, parts, states);
  const listens = new Set<string>();
  collectEvents({ states }, listens);
  for (const { event } of exits) if (event) listens.add(event);
  return {
    compiler: COMPILER,
    machine: {
      id: 'journey',
      initial: 'enter',
      context: { holds: {} },
      on: Object.fromEntries(exits.map(({ on, id }) => [`${on}.${id}`, [{ target: `#${on}_${id}` }]])),
      states,
    },
    ...parts,
    exits,
    listens: [...listens].sort(),
    ...watches(exits, parts.readings, parts.delays),
  };
}

type Parts = Pick<Compiled, 'readings' | 'delays' | 'sends' | 'writes' | 'questions' | 'tasks' | 'calls'>;

const finish = (outcome: string, as: 'finished' | 'stopped') => ({ type: 'finish', params: { outcome, as } });

function target(journey: Journey, node: Node, port: string): string {
  const edge = journey.edges.find(({ from, port: at }) => from === node.id && at === port);
  const to = edge && journey.nodes.find(({ id }) => id === edge.to);
  return to && kindOf(to.kind)?.state ? `#${to.id}` : '#dead_end';
}

function compileNode(node: Node, journey: Journey, parts: Parts): State | undefined {
  const kind = kindOf(node.kind);
  const config = kind && parseConfig(kind, node);
  if (!kind?.state || !config?.ok) return kind?.entry ? undefined : { always: [{ target: '#dead_end' }] };
  return kind.state(config.config, build(node, journey, parts));
}

/** A node that leads to itself is left and entered anew, as a new visit; XState would otherwise stay inside. */
function leaveBeforeReturning(id: string, state: State): State {
  const anew = (transitions: Transition[]) =>
    transitions.map(
      (transition): Transition => (transition.target === `#${id}` ? { ...transition, reenter: true } : transition),
    );
  const each = (by: Record<string, Transition[]>) =>
    Object.fromEntries(Object.entries(by).map(([name, transitions]) => [name, anew(transitions)]));
  return {
    id,
    ...state,
    ...(state.on ? { on: each(state.on) } : {}),
    ...(state.after ? { after: each(state.after) } : {}),
    ...(state.always ? { always: anew(state.always) } : {}),
    ...(state.onDone ? { onDone: anew(state.onDone) } : {}),
  };
}

function build(node: Node, journey: Journey, parts: Parts): Build {
  return {
    node,
    journey,
    port: (id) => target(journey, node, id),
    guard: (name, reading) => guard(parts, `${node.id}.${name}`, reading),
    timer: (name, delay) => {
      parts.delays[`${node.id}.${name}`] = delay;
      return `${node.id}.${name}`;
    },
    send: (rung, send) => {
      parts.sends[`${node.id}.${rung}`] = send;
    },
    write: (writes) => {
      parts.writes[node.id] = writes;
    },
    question: (answers) => {
      parts.questions[node.id] = answers;
    },
    task: (task) => {
      parts.tasks[node.id] = task;
    },
    call: (call) => {
      parts.calls[node.id] = call;
    },
  };
}

function guard(parts: Parts, name: string, reading: Reading): Guard {
  parts.readings[name] = reading;
  return { type: 'holds', params: { reading: name } };
}

/** The safety flag comes first: nothing leaves for the dead, and no journey can switch that off. */
function compileExits(journey: Journey, parts: Parts, states: Record<string, State>): CompiledExit[] {
  parts.readings['flag.deceased'] = { ask: 'flag', flag: 'deceased' };
  states['stop_deceased'] = { id: 'stop_deceased', type: 'final', entry: [finish('deceased', 'stopped')] };
  const exits: CompiledExit[] = [{ id: 'deceased', on: 'stop', event: null, reading: 'flag.deceased' }];
  const add = (on: 'stop' | 'goal') => (exit: Exit) => {
    if (exit.id === 'deceased' || exits.some((other) => other.on === on && other.id === exit.id)) return;
    const reading = exit.rule ? `${on}.${exit.id}` : null;
    if (reading && exit.rule) parts.readings[reading] = { ask: 'rule', rule: exit.rule };
    states[`${on}_${exit.id}`] = {
      id: `${on}_${exit.id}`,
      type: 'final',
      entry: [finish(exit.outcome, on === 'stop' ? 'stopped' : 'finished')],
    };
    exits.push({ id: exit.id, on, event: exit.event ?? null, reading });
  };
  journey.stops.forEach(add('stop'));
  journey.goals.forEach(add('goal'));
  return exits;
}

function collectEvents(state: Pick<State, 'on' | 'states'>, into: Set<string>) {
  for (const type of Object.keys(state.on ?? {})) if (type.startsWith('event.')) into.add(type.slice('event.'.length));
  for (const child of Object.values(state.states ?? {})) collectEvents(child, into);
}
