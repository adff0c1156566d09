import { applyChanges } from './apply-changes.ts';
import { type Change, isList, membersOf } from './change.ts';
import { difference } from './difference.ts';
import type { Draft } from './draft.ts';
import { sameJson } from './same-json.ts';

/** One thing that two officials changed differently; a value is absent where the thing is. */
export type Conflict = { path: string[]; base?: unknown; mine?: unknown; theirs?: unknown };
export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;
export type Merged = { draft: Draft; conflicts: Conflict[] };

/**
 * What two officials made of the same draft, in one: each one's changes where the other left things alone. What both
 * changed differently is a conflict, decided by `choices` (by `conflictKey`) and theirs until then. Where cards stand is
 * never worth a question: mine.
 */
export function merge({ base, mine, theirs }: Sides, choices: Choices = {}): Merged {
  const [ours, others] = [difference(base, mine), difference(base, theirs)];
  const clashes = ours.flatMap((change) => {
    const other = others.find(({ path }) => overlap(path, change.path));
    return other && !agree(change, other) && !isPlace(change.path) ? [shorter(change.path, other.path)] : [];
  });
  const conflicts = distinct(clashes).map((path) => ({
    path,
    ...valued('base', at(base, path)),
    ...valued('mine', at(mine, path)),
    ...valued('theirs', at(theirs, path)),
  }));
  const free = ours.filter(({ path }) => !conflicts.some((conflict) => overlap(conflict.path, path)));
  const chosen = conflicts
    .filter(({ path }) => choices[conflictKey(path)] === 'mine')
    .flatMap((conflict) => asMine(conflict, ours));
  return { draft: applyChanges(theirs, [...free, ...chosen]), conflicts };
}
type Sides = { base: Draft; mine: Draft; theirs: Draft };

export const conflictKey = (path: string[]) => path.join('/');

/** A change that gives the conflict's thing the value it has on my side. */
function asMine({ path, mine, theirs }: Conflict, ours: Change[]): Change[] {
  const own = ours.find((change) => sameJson(change.path, path));
  const listed = isList(path.slice(0, -1)) && (mine === undefined || theirs === undefined);
  // A member that both have: its fields one by one, so that it keeps its place.
  if (isList(path.slice(0, -1)) && isFields(mine) && isFields(theirs))
    return Object.keys({ ...theirs, ...mine }).map((field) => ({
      path: [...path, field],
      ...valued('is', mine[field]),
    }));
  return [{ path, ...valued('is', mine), ...(listed ? { behind: own?.behind ?? null } : {}) }];
}
type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const overlap = (a: string[], b: string[]) => a.every((step, i) => i >= b.length || step === b[i]);
const shorter = (a: string[], b: string[]) => (a.length <= b.length ? a : b);
const agree = (a: Change, b: Change) => sameJson(a.path, b.path) && sameJson(a.is, b.is);
const isPlace = (path: string[]) => path[0] === 'layout' || (path[0] === 'drawing' && path.length === 4);
const valued = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value });

/** Each path once, and none inside another. */
function distinct(paths: string[][]): string[][] {
  const sorted = paths.toSorted((a, b) => a.length - b.length);
  return sorted.filter((path, i) => !sorted.slice(0, i).some((other) => overlap(other, path)));
}

function at(draft: Draft, path: string[]): unknown {
  return path.reduce<unknown>((value, step, i) => {
    const here = path.slice(0, i);
    if (isList(here)) return membersOf(here, value).get(step);
    return isFields(value) ? value[step] : undefined;
  }, draft);
}
