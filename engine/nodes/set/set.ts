import { z } from 'zod';
import { fields } from '../../field.ts';
import { lintVariable } from '../../lint-variable.ts';
import { defineNode } from '../../node.ts';
import type { Write } from '../../write.ts';
import words from './set.words.json' with { type: 'json' };

const valueSchema = z.union([
  z.strictObject({ value: z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]) }),
  z.strictObject({ fact: z.string().regex(/^(citizen|member)\.[a-zA-Z][a-zA-Z0-9_]*$/) }),
  z.strictObject({ plus: z.number() }),
]);

/** Writes a variable of this person's journey: a value, a copy of another fact, or the old number plus something. */
export const set = defineNode({
  kind: 'set',
  words,
  group: 'flow',
  icon: 'pencil',
  face: null,
  config: z.strictObject({
    variable: z.string().min(1).max(40).register(fields, { control: 'variable' }),
    to: valueSchema.register(fields, { control: 'value' }),
  }),
  starter: {},
  ports: () => [{ id: 'done' }],
  summary: ({ variable }) => ({ code: 'set', params: { variable } }),
  rests: false,
  lint: ({ variable, to }, node, journey) => lintVariable(variable, typeOf(to), { node, journey, path: ['variable'] }),
  // It rests for no time: the rules that come next must see what was written.
  state: ({ variable, to }, build) => {
    build.write([write(variable, to)]);
    return {
      entry: [{ type: 'set', params: { node: build.node.id } }],
      after: { [build.timer('continue', { wait: 'now' })]: [{ target: build.port('done') }] },
    };
  },
});

function typeOf(to: z.infer<typeof valueSchema>) {
  if ('plus' in to) return 'number';
  if ('fact' in to || to.value === null) return undefined;
  return typeof to.value === 'string' ? 'text' : typeof to.value === 'number' ? 'number' : 'boolean';
}

function write(variable: string, to: z.infer<typeof valueSchema>): Write {
  if ('value' in to) return { variable, from: 'value', value: to.value };
  return 'fact' in to ? { variable, from: 'fact', fact: to.fact } : { variable, from: 'sum', plus: to.plus };
}
