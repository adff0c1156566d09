import type { Compiled } from './compile.ts';
import { decide } from './decide.ts';
import type { Decision } from './effect.ts';
import type { State } from './node.ts';

export type Visited = { state: string; event: string; holds: Record<string, boolean>; decision: Decision };

/** Situations met by trying every event in every resting state that is found, readings as the coins fall. */
export function* explore(compiled: Compiled, coins: Iterator<boolean>, most: number): Generator<Visited> {
  const events = eventsOf(compiled);
  const found = new Set(['enter']);
  let visited = 0;
  for (const state of found) {
    if (isFinal(compiled, state)) continue;
    for (const event of events) {
      if (visited++ >= most * events.length) return;
      // Safety flags and exits would end nearly every journey at its first step.
      const holds = Object.fromEntries(
        Object.keys(compiled.readings).map((name) => [
          name,
          !/^(flag|stop|goal)\./.test(name) && coins.next().value === true,
        ]),
      );
      const decision = decide(compiled, { state, event, holds });
      found.add(decision.next);
      yield { state, event, holds, decision };
    }
  }
}

/** Every event that some state of the machine handles, and one that none does. */
export function eventsOf(compiled: Compiled): string[] {
  const events = new Set(['attribute.changed']);
  const collect = (state: State) => {
    for (const event of Object.keys(state.on ?? {})) events.add(event);
    for (const timer of Object.keys(state.after ?? {})) events.add(`timer.${timer}`);
    for (const child of Object.values(state.states ?? {})) collect(child);
  };
  for (const state of Object.values(compiled.machine.states)) collect(state);
  return [...events];
}

/** All states of the machine by path, and those that some way of arrows from `enter`, stop rules and goals leads to. */
export function statesOf(compiled: Compiled): { all: string[]; reached: Set<string> } {
  const states = new Map<string, State>();
  const name = (path: string, state: State) => {
    states.set(path, state);
    for (const [key, child] of Object.entries(state.states ?? {})) name(`${path}.${key}`, child);
  };
  for (const [key, state] of Object.entries(compiled.machine.states)) name(key, state);
  const reached = new Set<string>();
  const enter = (path: string) => {
    const parts = path.split('.');
    // Whoever stands inside stands in every state around it, and in every region beside it.
    for (let i = 1; i <= parts.length; i++) open(parts.slice(0, i).join('.'));
    const state = states.get(path);
    const inside = state?.type === 'parallel' ? Object.keys(state.states ?? {}) : state?.initial ? [state.initial] : [];
    for (const child of inside) if (!reached.has(`${path}.${child}`)) enter(`${path}.${child}`);
  };
  const open = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    const { on, after, always, onDone } = states.get(path) ?? {};
    for (const { target } of [
      ...Object.values(on ?? {}),
      ...Object.values(after ?? {}),
      always ?? [],
      onDone ?? [],
    ].flat())
      enter(target.slice(1));
  };
  enter('enter');
  for (const transitions of Object.values(compiled.machine.on))
    for (const { target } of transitions) enter(target.slice(1));
  return { all: [...states.keys()].filter((path) => path !== 'dead_end'), reached };
}

const isFinal = ({ machine }: Compiled, state: string) => machine.states[state]?.type === 'final';
