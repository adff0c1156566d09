import type { Phrase } from '#engine/node.ts';
import { type Say, sayName } from './say.ts';

/** A sentence of the history: what a command did, with nodes that have no title called by their kind. */
export function saySaid(say: Say, { code, params }: Phrase): string {
  const values: Record<string, string | number> = { ...params };
  for (const name of ['node', 'to', 'after']) {
    const kind = params[`${name}Kind`];
    if (values[name] === undefined && kind !== undefined) values[name] = sayName(say, 'kind', String(kind));
  }
  if (code === 'add' || code === 'insert') values['kind'] = sayName(say, 'kind', String(params['kind'] ?? ''));
  if (params['setting'] !== undefined) values['setting'] = sayName(say, 'setting', String(params['setting']));
  if (params['channel'] !== undefined) values['channel'] = sayName(say, 'channel', String(params['channel']));
  if (params['language'] !== undefined) values['language'] = sayName(say, 'language', String(params['language']));
  if (params['field'] !== undefined) values['field'] = sayField(say, String(params['kind']), String(params['field']));
  return say.has(`said.${code}`) ? say(`said.${code}`, values) : code;
}

function sayField(say: Say, kind: string, field: string): string {
  const key = `fields.${kind}.${field}.label`;
  return say.has(key) ? say(key) : field;
}
