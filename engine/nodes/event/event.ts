import { z } from 'zod';
import { eventTypeSchema } from '../../event-type.ts';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import { ruleSchema } from '../../rule/rule.ts';
import words from './event.words.json' with { type: 'json' };

/** An event about a citizen (a CloudEvent by its type) lets that citizen in. */
export const event = defineNode({
  kind: 'event',
  words,
  group: 'triggers',
  icon: 'bolt',
  face: 'gate',
  config: z.strictObject({
    event: eventTypeSchema.register(fields, { control: 'event' }),
    rule: ruleSchema.optional().register(fields, { control: 'rule' }),
    /** Once per citizen; once per event; or once per value found at `caseAt` in the event's data. */
    entry: z.enum(['once', 'per-event', 'per-case']).default('once').register(fields, { control: 'choice' }),
    caseAt: z.string().max(120).optional().register(fields, { control: 'text' }),
  }),
  starter: {},
  ports: () => [{ id: 'start' }],
  summary: (config) => ({ code: 'event', params: { event: config.event } }),
  rests: false,
  lint: (config, node) =>
    config.entry === 'per-case' && !config.caseAt
      ? [{ code: 'case-without-place', severity: 'error', node: node.id, path: ['caseAt'] }]
      : [],
  rules: ({ rule }) => (rule ? [{ rule: rule, path: ['rule'], event: true }] : []),
  entry: (config) => ({ events: [config.event], audience: false }),
});
