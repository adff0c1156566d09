import { type Change, isList, membersOf, order } from './change.ts';
import type { Draft } from './draft.ts';

/**
 * The draft with these changes made: what goes goes first, then what stays is set, then what comes takes its place
 * behind its neighbour (at the end, if that one is gone). Applying a difference to where it began gives where it ended.
 */
export function applyChanges(draft: Draft, changes: Change[]): Draft {
  const goes = changes.filter(({ is, behind }) => is === undefined && behind !== undefined);
  const comes = changes.filter(({ is, behind }) => is !== undefined && behind !== undefined);
  const orders = changes.filter(({ path }) => path.at(-1) === order);
  const sets = changes.filter((change) => change.behind === undefined && change.path.at(-1) !== order);
  // Backwards, so that of two members of one name the second goes first and the first keeps its name.
  return [...goes.toReversed(), ...sets, ...comes, ...orders].reduce(
    (sofar, change) => put(sofar, change.path, 0, change) as Draft, // a change is made at a path of the draft it came from
    draft,
  );
}

function put(value: unknown, path: string[], depth: number, change: Change): unknown {
  const here = path.slice(0, depth);
  const key = path[depth] ?? '';
  const last = depth === path.length - 1;
  if (isList(here)) {
    const members = membersOf(here, value);
    if (key === order) return inOrder(members, change.is as string[]); // written by difference()
    if (!last) {
      if (members.has(key)) members.set(key, put(members.get(key), path, depth + 1, change));
      return [...members.values()];
    }
    if (change.is === undefined) members.delete(key);
    else if (members.has(key) || change.behind === undefined) members.set(key, change.is);
    else return insert(members, change.is, change.behind);
    return [...members.values()];
  }
  const record = (value ?? {}) as Record<string, unknown>;
  const inner = last ? change.is : put(record[key], path, depth + 1, change);
  const { [key]: _, ...rest } = record;
  // Languages and nodes without a text are left out, as `asDraft` does.
  if (inner === undefined || (here[0] === 'texts' && isEmpty(inner))) return rest;
  return key in record ? { ...record, [key]: inner } : { ...rest, [key]: inner };
}

const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function insert(members: Map<string, unknown>, member: unknown, behind: string | null): unknown[] {
  const list = [...members.values()];
  if (behind === null) return [member, ...list];
  const at = [...members.keys()].indexOf(behind);
  return at < 0 ? [...list, member] : [...list.slice(0, at + 1), member, ...list.slice(at + 1)];
}

/** Members that the order does not name keep their place behind the one before them. */
function inOrder(members: Map<string, unknown>, keys: string[]): unknown[] {
  const rank = new Map(keys.map((key, i) => [key, i]));
  let before = -1;
  return [...members]
    .map(([key, member]) => ({ member, rank: (before = rank.get(key) ?? before + 0.5) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ member }) => member);
}
