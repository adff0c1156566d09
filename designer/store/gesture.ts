import type { Problem } from '#engine/problem.ts';
import { type Doable, isProblem, type ParamsOf } from './command.ts';
import type { DraftStore } from './draft-store.ts';

/**
 * What an official can do on one surface, by name, and the command it runs. Handlers run commands through such a table
 * and in no other way, so that a gesture in a command's `ways` is one that is really handled (commands.test.ts).
 */
export type Gestures = Record<string, Doable<never>>;

/** Runs the command of a gesture: `act('drag-card', { nodes })`; the answer says why it was refused. */
export type Act<G extends Gestures> = <K extends keyof G & string>(
  gesture: K,
  params: ParamsOf<G[K]>,
) => Problem | null;

export function actThrough<G extends Gestures>(gestures: G, store: DraftStore): Act<G> {
  return (gesture, params) => {
    const command = gestures[gesture] as unknown as Doable<typeof params>; // the table says which params it takes
    return store.run(command, params);
  };
}

/** The same for forms: they keep what is refused and say why beside it while it is typed, so nothing is called out. */
export function fillThrough<G extends Gestures>(gestures: G, store: DraftStore): Act<G> {
  const act = actThrough(gestures, store);
  return (gesture, params) => {
    const command = gestures[gesture] as unknown as Doable<typeof params>; // as above
    const after = command.apply(store.getSnapshot().draft, params);
    return isProblem(after) ? after : act(gesture, params);
  };
}
