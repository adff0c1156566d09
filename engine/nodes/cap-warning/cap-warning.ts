import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import { ruleSchema } from '../../rule/rule.ts';
import words from './cap-warning.words.json' with { type: 'json' };

export const severities = ['Minor', 'Moderate', 'Severe', 'Extreme'] as const;

/** A CAP warning lets in the citizens inside its area who match the rule, once per warning however often it is updated. */
export const capWarning = defineNode({
  kind: 'cap-warning',
  words,
  group: 'triggers',
  icon: 'siren',
  face: 'gate',
  config: z.strictObject({
    severity: z.enum(severities).default('Severe').register(fields, { control: 'choice' }),
    /** CAP event codes or categories that count, compared as text; empty: any. */
    events: z.array(z.string().max(80)).max(30).default([]).register(fields, { control: 'words' }),
    audience: ruleSchema.optional().register(fields, { control: 'rule' }),
  }),
  starter: {},
  ports: () => [{ id: 'start' }],
  summary: ({ severity, events }) => ({
    code: 'cap-warning',
    params: { severity, events: events.join(', ') || 'any' },
  }),
  rests: false,
  rules: ({ audience }) => (audience ? [{ rule: audience, path: ['audience'], event: true }] : []),
  entry: () => ({ events: ['cap.warning'], audience: true }),
});
