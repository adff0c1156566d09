import { type AnyMachineSnapshot, type AnyStateMachine, createMachine, transition } from 'xstate';
import type { Compiled, CompiledExit } from './compile.ts';
import type { Decision, Effect } from './effect.ts';
import type { State } from './node.ts';
import { type StateValue, stateName, stateValue } from './state-name.ts';

/** One distinct situation of a crowd: where people stand, what happened, and the readings that hold for them. */
export type Situation = { state: string; event: string; holds: Record<string, boolean> };

/**
 * XState's answer for a situation: the one place where a journey's meaning is asked for. Stop rules and goals are asked
 * first and win whatever happened. Timers come as `timer.<name>`. Pure: the same situation has the same answer for ever.
 * Throws `EndlessJourney` for a journey that `check` refuses, never for another.
 */
export function decide(compiled: Compiled, situation: Situation): Decision {
  const { machine, toXState, toTimer } = ready(compiled);
  const read = new Set<string>();
  const holds = (reading: string) => {
    read.add(reading);
    return situation.holds[reading] === true;
  };
  const exit = exitFor(compiled, situation.event, holds);
  const type = (exit && `${exit.on}.${exit.id}`) ?? toXState.get(situation.event) ?? situation.event;
  const snapshot = machine.resolveState({ value: stateValue(situation.state), context: { holds } });
  const [next, actions] = macrostep(machine, snapshot, type, situation);
  return {
    next: stateName(next.value as StateValue), // the machine has no other kind of value
    effects: actions.map((action) => asEffect(action as Produced, toTimer)),
    read: [...read].sort(),
  };
}

/** The stop rule or goal that ends the journey when `event` comes, if one does: what `decide` asks before anything else. */
export function exitFor(
  { exits }: Compiled,
  event: string,
  holds: (reading: string) => boolean,
): CompiledExit | undefined {
  return exits.find(
    (exit) =>
      (exit.event === null || event === `event.${exit.event}`) && (exit.reading === null || holds(exit.reading)),
  );
}

/** One situation would pass through more states than XState is let: a circle without a wait, in a journey never checked. */
export class EndlessJourney extends Error {
  constructor(situation: Situation, cause: unknown) {
    super(`From ${situation.state} on ${situation.event} there is no rest within ${MAX_ITERATIONS} steps`, { cause });
    this.name = 'EndlessJourney';
  }
}

/** Bound on transitions within one macrostep; `check` reports a journey that could reach it. */
export const MAX_ITERATIONS = 1_000;

/** The machine with our timer names beside XState's: `timer.n2.sms.limit` ↔ `xstate.after.n2.sms.limit.n2.sms`. */
type Ready = { machine: AnyStateMachine; toXState: Map<string, string>; toTimer: Map<string, string> };
const machines = new WeakMap<Compiled, Ready>();

function ready(compiled: Compiled): Ready {
  const known = machines.get(compiled);
  if (known) return known;
  const machine = createMachine(
    // XState types its config by literal; ours is data, checked by the type `Machine`.
    { ...compiled.machine, options: { maxIterations: MAX_ITERATIONS } } as unknown as Parameters<
      typeof createMachine
    >[0],
    {
      guards: {
        holds: ({ context }, params) =>
          (context as { holds: (reading: string) => boolean }).holds((params as { reading: string }).reading),
      },
      // A named delay without a number fires at once, so every one gets a stand-in; the real time is computed in SQL.
      delays: Object.fromEntries(Object.keys(compiled.delays).map((name) => [name, 1])),
    },
  );
  const toXState = new Map<string, string>();
  collectTimers(compiled.machine, compiled.machine.id, toXState);
  const toTimer = new Map([...toXState].map(([ours, theirs]) => [theirs, ours.slice('timer.'.length)]));
  const made = { machine, toXState, toTimer };
  machines.set(compiled, made);
  return made;
}

/** XState names a state by its own id, else by the whole path from the machine. */
function collectTimers(state: Pick<State, 'id' | 'after' | 'states'>, path: string, into: Map<string, string>) {
  for (const name of Object.keys(state.after ?? {}))
    into.set(`timer.${name}`, `xstate.after.${name}.${state.id ?? path}`);
  for (const [key, child] of Object.entries(state.states ?? {})) collectTimers(child, `${path}.${key}`, into);
}

function macrostep(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, type: string, situation: Situation) {
  try {
    return transition(machine, snapshot, { type });
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Infinite loop')) throw new EndlessJourney(situation, error);
    throw error;
  }
}

type Produced = { type: string; params?: { id?: string; sendId?: string } };

function asEffect({ type, params }: Produced, toTimer: Map<string, string>): Effect {
  if (type === 'xstate.raise') return { do: 'arm', timer: toTimer.get(params?.id ?? '') ?? unknownTimer(params?.id) };
  if (type === 'xstate.cancel')
    return { do: 'clear', timer: toTimer.get(params?.sendId ?? '') ?? unknownTimer(params?.sendId) };
  return { do: type, ...params } as Effect; // the actions are those that engine/nodes wrote
}

function unknownTimer(id: string | undefined): never {
  throw new Error(`XState named a timer that no node declared: ${id}`);
}
