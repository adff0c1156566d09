import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import { ruleSchema } from '../../rule/rule.ts';
import words from './launch.words.json' with { type: 'json' };

/** An official launches the journey for an audience, which enters at once. */
export const launch = defineNode({
  kind: 'launch',
  words,
  group: 'triggers',
  icon: 'megaphone',
  face: 'gate',
  config: z.strictObject({
    audience: ruleSchema.optional().register(fields, { control: 'rule' }),
    entry: z.enum(['once', 'per-run']).default('per-run').register(fields, { control: 'choice' }),
  }),
  starter: {},
  ports: () => [{ id: 'start' }],
  summary: ({ audience }) => ({ code: audience ? 'launch' : 'launch-any', params: {} }),
  rests: false,
  rules: ({ audience }) => (audience ? [{ rule: audience, path: ['audience'], event: true }] : []),
  entry: () => ({ events: [], audience: true }),
});
