import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';

const valueSchema = z.union([
  z.strictObject({ value: z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]) }),
  z.strictObject({ fact: z.string().regex(/^(citizen|member)\.[a-zA-Z][a-zA-Z0-9_]*$/) }),
  z.strictObject({ plus: z.number() }),
]);

/** Writes a variable of this person's journey: a value, a copy of another fact, or the old number plus something. */
export const set = defineNode({
  kind: 'set',
  group: 'flow',
  icon: 'pencil',
  face: null,
  config: z.strictObject({
    variable: z.string().min(1).max(40).register(fields, { control: 'variable' }),
    to: valueSchema.register(fields, { control: 'value' }),
  }),
  ports: () => [{ id: 'done' }],
  summary: ({ variable }) => ({ code: 'set', params: { variable } }),
  rests: false,
  lint: ({ variable }, node, journey) =>
    journey.variables.some(({ name }) => name === variable)
      ? []
      : [{ code: 'unknown-variable', severity: 'error', node: node.id, path: ['variable'], params: { variable } }],
  // It rests for no time: the rules that come next must see what was written.
  state: (_, build) => ({
    entry: [{ type: 'set', params: { node: build.node.id } }],
    after: { [build.timer('continue', { wait: 'now' })]: [{ target: build.port('done') }] },
  }),
});
