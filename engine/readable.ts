import type { Compiled } from './compile.ts';
import type { State, Transition } from './node.ts';
import { type StateValue, stateValue } from './state-name.ts';

/**
 * The readings a machine could ask for when `event` comes to someone in `state`: those of the transitions that could be
 * taken, closed over every transient state behind them, and those of stop rules and goals. Never too few; may be more
 * than XState asks for. Known from the machine alone, so that SQL evaluates them before XState is asked.
 */
export function readable(compiled: Compiled, state: string, event: string): string[] {
  const found = new Set<string>();
  for (const exit of compiled.exits)
    if (exit.reading !== null && (exit.event === null || event === `event.${exit.event}`)) found.add(exit.reading);
  const seen = new Set<State | Transition>();
  const root = compiled.machine as unknown as State; // the same shape, with a fixed id
  for (const active of activeStates(root, stateValue(state))) {
    follow(root, transitionsOf(active, event), found, seen);
    // XState looks at these after every event, even one that nobody handles.
    follow(root, active.always ?? [], found, seen);
    // Leaving one region may complete a parallel state, whose `onDone` then leads on.
    follow(root, active.onDone ?? [], found, seen);
  }
  return [...found].sort();
}

function transitionsOf(state: State, event: string): Transition[] {
  if (event.startsWith('timer.')) return state.after?.[event.slice('timer.'.length)] ?? [];
  return state.on?.[event] ?? [];
}

function* activeStates(state: State, value: StateValue): Generator<State> {
  yield state;
  const children: Record<string, StateValue> = typeof value === 'string' ? { [value]: '' } : value;
  for (const [name, inner] of Object.entries(children)) {
    const child = state.states?.[name];
    if (child) yield* activeStates(child, inner);
  }
}

function follow(root: State, transitions: Transition[], found: Set<string>, seen: Set<State | Transition>) {
  for (const transition of transitions) {
    if (seen.has(transition)) continue;
    seen.add(transition);
    if (transition.guard) found.add(transition.guard.params.reading);
    let state: State | undefined = root;
    for (const step of transition.target.slice(1).split('.')) {
      state = state?.states?.[step];
      if (state) follow(root, state.onDone ?? [], found, seen);
    }
    if (state) enter(root, state, found, seen);
  }
}

function enter(root: State, state: State, found: Set<string>, seen: Set<State | Transition>) {
  if (seen.has(state)) return;
  seen.add(state);
  follow(root, state.always ?? [], found, seen);
  follow(root, state.onDone ?? [], found, seen);
  const children =
    state.type === 'parallel' ? Object.values(state.states ?? {}) : [state.states?.[state.initial ?? '']];
  for (const child of children) if (child) enter(root, child, found, seen);
}
