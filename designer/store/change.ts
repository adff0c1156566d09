/**
 * One thing that differs between two drafts, small enough to be undone, merged and asked about by itself. `path` names
 * it by ids, never by positions: `['nodes', 'n2', 'title']`, `['texts', 'es', 'n2', 'sms']`, `['purpose']`.
 */
export type Change = {
  path: string[];
  /** Absent: it was not there. */
  was?: unknown;
  /** Absent: it is gone. */
  is?: unknown;
  /** For a member of a list that came or went: the key before it, null at the beginning. */
  behind?: string | null;
};

/** What undoes these changes. */
export function inverse(changes: Change[]): Change[] {
  return changes.map(({ path, was, is, behind }) => ({
    path,
    ...(is === undefined ? {} : { was: is }),
    ...(was === undefined ? {} : { is: was }),
    ...(behind === undefined ? {} : { behind }),
  }));
}

/** The order of a list's members is a thing of its own, under this name. */
export const order = '#order';

/** Lists whose members have a name, and what it is; all other arrays are values. */
const keys: Record<string, (member: Record<string, unknown>) => string> = {
  nodes: ({ id }) => String(id),
  edges: ({ from, port }) => edgeKey(String(from), String(port)),
  variables: ({ name }) => String(name),
  stops: ({ id }) => String(id),
  goals: ({ id }) => String(id),
  comments: ({ id }) => String(id),
  'drawing/notes': ({ id }) => String(id),
  'drawing/frames': ({ id }) => String(id),
  'drawing/groups': ({ id }) => String(id),
};
/** Records whose entries are looked at one by one; all others are values. */
const records =
  /^(?:|layout|drawing|texts(?:\/[^/]*){0,2}|nodes\/[^/]*(?:\/config)?|drawing\/(?:notes|frames|groups)\/[^/]*|comments\/[^/]*)$/;

/** The name of an edge: a port leads to one place. */
export const edgeKey = (from: string, port: string) => `${from}.${port}`;

export const isList = (path: string[]) => path.join('/') in keys;
export const isRecord = (path: string[]) => records.test(path.join('/'));

/** A list's members by name. A name used twice, which only a broken draft has, is told apart by a number. */
export function membersOf(path: string[], list: unknown): Map<string, unknown> {
  const keyOf = keys[path.join('/')];
  const members = new Map<string, unknown>();
  if (!keyOf || !Array.isArray(list)) return members;
  for (const member of list as Record<string, unknown>[]) {
    const key = keyOf(member);
    let name = key;
    for (let n = 2; members.has(name); n++) name = `${key}#${n}`;
    members.set(name, member);
  }
  return members;
}
