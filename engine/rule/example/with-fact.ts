import { coreAttribute } from '../core-attributes.ts';
import type { Facts } from '../read-fact.ts';

/** The facts with one of them changed, by its name in rules; undefined takes it away. */
export function withFact(facts: Facts, fact: string, value: unknown): Facts {
  const [source, ...path] = fact.split('.');
  const name = path[0] ?? '';
  if (source === 'event') return { ...facts, event: at(facts.event, path, value) };
  if (source === 'member') return { ...facts, member: at(facts.member, path, value) };
  const core = coreAttribute(name);
  if (!core) return { ...facts, citizen: at(facts.citizen, ['attributes', ...path], value) };
  if (core.name !== 'place') return { ...facts, citizen: at(facts.citizen, [name], value) };
  const { lat, lon, municipality } = (value ?? {}) as { lat?: unknown; lon?: unknown; municipality?: unknown };
  return { ...facts, citizen: { ...facts.citizen, lat, lon, municipality } };
}

type Tree = Record<string, unknown>;

function at(tree: unknown, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  const known: Tree = typeof tree === 'object' && tree !== null && !Array.isArray(tree) ? (tree as Tree) : {};
  if (rest.length > 0) return { ...known, [key]: at(known[key], rest, value) };
  const { [key]: _, ...others } = known;
  return value === undefined ? others : { ...known, [key]: value };
}
