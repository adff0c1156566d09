import { type Change, isList, isRecord, membersOf, order } from './change.ts';
import type { Draft } from './draft.ts';
import { sameJson } from './same-json.ts';

/** What changed from one draft to another, in an order in which it can be applied. Quick where objects are shared. */
export function difference(before: Draft, after: Draft): Change[] {
  const changes: Change[] = [];
  compare([], before, after, changes);
  return changes;
}

function compare(path: string[], was: unknown, is: unknown, into: Change[]) {
  if (was === is) return;
  if (isList(path)) return compareLists(path, was, is, into);
  if (!isRecord(path) || !(both(was, is) || path[0] === 'texts')) {
    if (!sameJson(was, is)) into.push({ path, ...present('was', was), ...present('is', is) });
    return;
  }
  const [old, now] = [(was ?? {}) as Record<string, unknown>, (is ?? {}) as Record<string, unknown>];
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
    compare([...path, key], old[key], now[key], into);
}

function compareLists(path: string[], was: unknown, is: unknown, into: Change[]) {
  const [old, now] = [membersOf(path, was), membersOf(path, is)];
  const gone = behindEach(old, (key) => !now.has(key));
  for (const [key, behind] of gone) into.push({ path: [...path, key], was: old.get(key), behind });
  for (const [key, member] of now) if (old.has(key)) compare([...path, key], old.get(key), member, into);
  const come = behindEach(now, (key) => !old.has(key));
  for (const [key, behind] of come) into.push({ path: [...path, key], is: now.get(key), behind });
  const [stayed, stay] = [[...old.keys()].filter((key) => now.has(key)), [...now.keys()].filter((key) => old.has(key))];
  if (!sameJson(stayed, stay)) into.push({ path: [...path, order], was: [...old.keys()], is: [...now.keys()] });
}

function behindEach(members: Map<string, unknown>, wanted: (key: string) => boolean): [string, string | null][] {
  const found: [string, string | null][] = [];
  let behind: string | null = null;
  for (const key of members.keys()) {
    if (wanted(key)) found.push([key, behind]);
    behind = key;
  }
  return found;
}

const both = (was: unknown, is: unknown) => isObject(was) && isObject(is);
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const present = (name: 'was' | 'is', value: unknown) => (value === undefined ? {} : { [name]: value });
