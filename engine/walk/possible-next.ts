import type { State } from '../node.ts';
import { nodeOf } from '../state-name.ts';
import type { Happening } from './happening.ts';
import { messageStatuses } from './message-status.ts';
import type { Walk, WalkMessage } from './walk-type.ts';

/** Something that may come next: it happens now, or time passes until the timer named falls due. */
export type Possible = { do: 'happen'; happening: Happening } | { do: 'pass'; until: number; timer: string };

/**
 * What may come next to somebody who walks, most likely first: what becomes of their messages, what they may answer, what
 * the office and other systems may say, which events are listened to, and the next thing that falls due.
 */
export function possibleNext(walk: Walk): Possible[] {
  if (walk.status === 'finished' || walk.status === 'stopped') return [];
  const node = nodeOf(walk.state);
  const heardHere = eventsOf(walk.world.compiled.machine.states[node] ?? {});
  const happenings = [
    ...walk.messages.filter((message) => isOpen(walk, message)).flatMap(receipts),
    ...replies(walk, node),
    ...walk.tasks.filter(({ status }) => status === 'open').flatMap((task) => outcomes(walk, task.node)),
    ...walk.calls.filter(({ status }) => status === 'queued').flatMap((call) => answers(call.node)),
    ...events(walk, heardHere),
  ];
  const timer = nextTimer(walk);
  return [
    ...happenings.map((happening): Possible => ({ do: 'happen', happening })),
    ...(timer ? [{ do: 'pass' as const, ...timer }] : []),
  ];
}

/** The timer that falls due next, and when (epoch ms); undefined where the person waits for no time. */
export function nextTimer({ timers, status }: Walk): { timer: string; until: number } | undefined {
  if (status !== 'active') return undefined;
  const [first] = Object.entries(timers).sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  return first && { timer: first[0], until: first[1] };
}

const rank = (status: (typeof messageStatuses)[number]) => messageStatuses.indexOf(status);

/** Of the present visit, on its way or handed over, and not told of since. */
function isOpen(walk: Walk, { node, visit, status }: WalkMessage): boolean {
  const lives = rank(status) <= rank('accepted') && node === nodeOf(walk.state);
  return lives && visit === (walk.visits[node] ?? 0);
}

const receipts = ({ node, rung }: WalkMessage): Happening[] => [
  { type: 'receipt', node, rung, status: 'delivered' },
  { type: 'receipt', node, rung, status: 'failed' },
];

function replies(walk: Walk, node: string): Happening[] {
  const asked = walk.world.compiled.questions[node];
  const left = walk.messages.some((one) => one.node === node && one.visit === walk.visits[node] && one.text !== null);
  if (!asked || !left) return [];
  return [...asked.map(({ digit, title }) => digit ?? title), '???'].map((text) => ({ type: 'reply', text }));
}

function outcomes(walk: Walk, node: string): Happening[] {
  const prefix = `task.${node}.`;
  return [...eventsOf(walk.world.compiled.machine.states[node] ?? {})]
    .filter((event) => event.startsWith(prefix))
    .map((event) => ({ type: 'task', node, outcome: event.slice(prefix.length) }));
}

const answers = (node: string): Happening[] =>
  (['success', 'failed'] as const).map((outcome) => ({ type: 'call', node, outcome }));

/** What is awaited here first; then what any other step, a stop rule or a goal listens to. */
function events({ world }: Walk, heardHere: Set<string>): Happening[] {
  const isHere = (event: string) => heardHere.has(`event.${event}`);
  return world.compiled.listens
    .toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)))
    .map((event) => ({ type: 'event', event }));
}

function eventsOf(state: State, found = new Set<string>()): Set<string> {
  for (const event of Object.keys(state.on ?? {})) found.add(event);
  for (const child of Object.values(state.states ?? {})) eventsOf(child, found);
  return found;
}
