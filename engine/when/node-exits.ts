import type { Compiled } from '../compile.ts';
import type { State, Transition } from '../node.ts';
import { delayRange } from './delay-range.ts';
import { after, atOnce, either, later, type Range, type Span, sooner, within } from './span.ts';

/** Where a node leads, by XState target (`#n4`, `#dead_end`), and how long after entering it one gets there. */
export type Exits = Map<string, Range>;
type About = { delays: Compiled['delays']; seat: string };
/** How a state is left, the latest that anybody stays in it, and when its inside has come to an end. */
type Left = { exits: Exits; stays: Span | null; done: Range | undefined };

/** Read from the node's own XState fragment, so that a new kind need say nothing of its times. */
export function nodeExits(id: string, state: State, about: About): Exits {
  return leave(`#${id}`, state, atOnce, about).exits;
}

function leave(path: string, state: State, entered: Range, about: About): Left {
  if (state.type === 'final') return { exits: new Map(), stays: entered.to, done: entered };
  const inner = insideOf(path, state, entered, about);
  const timers = Object.entries(state.after ?? {}).map(([timer, ways]) => {
    const delay = about.delays[timer];
    return { ways, at: delay ? after(entered, delayRange(delay, about.seat)) : entered };
  });
  const limit = timers.reduce<Span | null>((least, { at }) => tighter(least, at.to), null);
  const exits: Exits = new Map();
  const add = (target: string, at: Range) => exits.set(target, either(exits.get(target), within(at, limit)));
  const each = (ways: Transition[] | undefined, at: Range) => ways?.forEach(({ target }) => add(target, at));
  for (const [target, at] of inner?.exits ?? []) add(target, at);
  if (inner?.done) each(state.onDone, inner.done);
  each(state.always, entered);
  for (const { ways, at } of timers) each(ways, at);
  const stays = state.always ? entered.to : tighter(limit, inner?.stays ?? null);
  for (const ways of Object.values(state.on ?? {})) each(ways, { from: entered.from, to: stays });
  return { exits, stays, done: inner?.done };
}

/** The sooner of two limits; null is none. */
const tighter = (a: Span | null, b: Span | null) => (a && b ? sooner(a, b) : (a ?? b));

function insideOf(path: string, state: State, entered: Range, about: About): Left | undefined {
  const { states, initial } = state;
  if (!states) return undefined;
  return state.type === 'parallel'
    ? allAtOnce(path, states, entered, about)
    : oneByOne(path, states, initial ?? '', entered, about);
}

function allAtOnce(path: string, states: Record<string, State>, entered: Range, about: About): Left {
  const regions = Object.entries(states).map(([name, child]) => leave(`${path}.${name}`, child, entered, about));
  const exits: Exits = new Map();
  for (const region of regions)
    for (const [target, at] of region.exits) exits.set(target, either(exits.get(target), at));
  return {
    exits,
    stays: regions.map(({ stays }) => stays).reduce(longer, entered.to),
    done: regions.map(({ done }) => done).reduce<Range | undefined>(both, entered),
  };
}

const longer = (a: Span | null, b: Span | null) => a && b && later(a, b);
const both = (a: Range | undefined, b: Range | undefined): Range | undefined =>
  a && b && { from: later(a.from, b.from), to: longer(a.to, b.to) };

function oneByOne(path: string, states: Record<string, State>, initial: string, entered: Range, about: About): Left {
  const times = new Map<string, Range>([[initial, entered]]);
  const lefts = new Map<string, Left>();
  const exits: Exits = new Map();
  const queue = [initial];
  // A ladder is tried downwards, so each is looked at about once; a kind that went in circles would stop here.
  for (let i = 0; i < queue.length && i < 10 * Object.keys(states).length; i++) {
    const name = queue[i] ?? '';
    const left = leave(`${path}.${name}`, states[name] ?? {}, times.get(name) ?? entered, about);
    lefts.set(name, left);
    for (const [target, at] of left.exits) {
      const child = target.startsWith(`${path}.`) ? target.slice(path.length + 1).split('.')[0] : undefined;
      if (child === undefined) {
        exits.set(target, either(exits.get(target), at));
        continue;
      }
      const known = times.get(child);
      const merged = either(known, at);
      if (known && known.from === merged.from && known.to === merged.to) continue;
      times.set(child, merged);
      queue.push(child);
    }
  }
  const finals = [...times].filter(([name]) => states[name]?.type === 'final').map(([, at]) => at);
  return {
    exits,
    stays: [...lefts.values()].map(({ stays }) => stays).reduce(longer, entered.to),
    done: finals.reduce<Range | undefined>(either, undefined),
  };
}
