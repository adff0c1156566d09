import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import { ruleSchema } from '../../rule/rule.ts';
import { recurrenceSchema } from '../../time/recurrence.ts';
import words from './schedule.words.json' with { type: 'json' };

/** A calendar rule lets an audience in at each of its times. */
export const schedule = defineNode({
  kind: 'schedule',
  words,
  group: 'triggers',
  icon: 'calendar',
  face: 'clock',
  config: z.strictObject({
    recurrence: recurrenceSchema.register(fields, { control: 'calendar' }),
    audience: ruleSchema.register(fields, { control: 'rule' }),
    entry: z.enum(['once', 'per-time']).default('per-time').register(fields, { control: 'choice' }),
  }),
  starter: { recurrence: { every: 'day', time: '09:00', zone: 'Europe/Madrid' } },
  ports: () => [{ id: 'start' }],
  summary: () => ({ code: 'schedule', params: {} }),
  rests: false,
  rules: ({ audience }) => [{ rule: audience, path: ['audience'], event: false }],
  entry: () => ({ events: ['schedule.time'], audience: true }),
});
