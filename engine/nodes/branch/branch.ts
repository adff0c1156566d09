import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import { ruleSchema } from '../../rule/rule.ts';
import words from './branch.words.json' with { type: 'json' };

const pathSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().max(80).optional(),
  rule: ruleSchema,
});

/** Sends each person down the first path whose rule holds, else down `otherwise`. */
export const branch = defineNode({
  kind: 'branch',
  words,
  group: 'flow',
  icon: 'fork',
  face: 'fork',
  config: z.strictObject({ paths: z.array(pathSchema).min(1).max(20).register(fields, { control: 'branches' }) }),
  starter: { paths: [{ id: 'yes', title: 'Sí', rule: { any: [] } }] },
  ports: ({ paths }) => [...paths.map(({ id, title }) => (title ? { id, label: title } : { id })), { id: 'otherwise' }],
  summary: ({ paths }) => ({ code: 'branch', params: { n: paths.length } }),
  rests: false,
  rules: ({ paths }) => paths.map(({ rule }, i) => ({ rule, path: ['paths', i, 'rule'], event: null })),
  state: ({ paths }, build) => ({
    always: [
      ...paths.map(({ id, rule }) => ({ guard: build.guard(id, { ask: 'rule', rule }), target: build.port(id) })),
      { target: build.port('otherwise') },
    ],
  }),
});
