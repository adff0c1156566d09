import type { NodeKind } from '../node.ts';
import { ask } from './ask/ask.ts';
import { branch } from './branch/branch.ts';
import { call } from './call/call.ts';
import { capWarning } from './cap-warning/cap-warning.ts';
import { end } from './end/end.ts';
import { event } from './event/event.ts';
import { launch } from './launch/launch.ts';
import { notify } from './notify/notify.ts';
import { schedule } from './schedule/schedule.ts';
import { set } from './set/set.ts';
import { split } from './split/split.ts';
import { task } from './task/task.ts';
import { wait } from './wait/wait.ts';
import { waitFor } from './wait-for/wait-for.ts';

/** Every node kind, in palette order. Adding a kind is one folder and one line here. */
export const kinds = [
  launch,
  event,
  capWarning,
  schedule, //
  branch,
  split,
  wait,
  waitFor,
  set,
  notify,
  ask,
  call,
  task,
  end,
] as const;

// Each kind checks its own config before its functions see it, so the list may forget the exact type.
const byName = new Map<string, NodeKind<unknown>>(
  kinds.map((kind) => [kind.kind, kind as unknown as NodeKind<unknown>]),
);

/** The kind of that name, or undefined for a name nobody knows. */
export function kindOf(name: string): NodeKind<unknown> | undefined {
  return byName.get(name);
}
