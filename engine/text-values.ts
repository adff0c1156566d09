import { coreAttributes } from './rule/core-attributes.ts';
import { type Facts, readFact } from './rule/read-fact.ts';
import type { Values } from './text/template.ts';

/**
 * The values of the names that a text mentions: facts by the names that rules use (`event` is what brought the person
 * in), and `message.code`, the check code of this very message. A fact that is missing is empty.
 */
export function textValues(names: readonly string[], facts: Facts, code: string): Values {
  const values: Tree = { message: { code } };
  for (const name of names.filter((mentioned) => /^(citizen|member|event)\./.test(mentioned))) {
    const path = name.split('.');
    let place = values;
    for (const step of path.slice(0, -1)) {
      const next = Object.hasOwn(place, step) ? place[step] : undefined;
      place = isTree(next) ? next : (place[step] = {});
    }
    place[path.at(-1) ?? ''] = readFact(name, facts).value ?? null;
  }
  return values as Values; // facts are JSON, which templates take
}

/** Whether a text may mention a name: a fact that can have a value, whatever the event brings, or the check code. */
export function isTextName(name: string, catalogue: readonly string[], variables: readonly string[]): boolean {
  const [source, field = '', ...more] = name.split('.');
  if (source === 'message') return name === 'message.code';
  if (source === 'event') return field !== '';
  if (source === 'member') return more.length === 0 && variables.includes(field);
  return source === 'citizen' && (Object.hasOwn(coreAttributes, field) || catalogue.includes(field));
}

type Tree = { [name: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
