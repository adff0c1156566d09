import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import { ruleSchema } from '../../rule/rule.ts';
import { durationMs, durationSchema } from '../../time/duration.ts';

/**
 * Waits for an event of this citizen, with a time limit. It looks back: it is left at once when the event arrived since
 * the person entered the run, or since this node when so set.
 */
export const waitFor = defineNode({
  kind: 'wait-for',
  group: 'flow',
  icon: 'inbox',
  face: 'gate',
  config: z.strictObject({
    event: z.string().min(1).max(120).register(fields, { control: 'event' }),
    rule: ruleSchema.optional().register(fields, { control: 'rule' }),
    since: z.enum(['run', 'node']).default('run').register(fields, { control: 'choice' }),
    limit: durationSchema.register(fields, { control: 'duration' }),
  }),
  ports: () => [{ id: 'arrived' }, { id: 'late' }],
  summary: ({ event, limit }) => ({ code: 'wait-for', params: { event, ms: durationMs(limit) } }),
  rests: true,
  state: ({ event, rule, since, limit }, build) => ({
    always:
      since === 'run'
        ? [
            {
              guard: build.guard('happened', {
                ask: 'happened',
                event,
                since,
                node: build.node.id,
                ...(rule ? { rule } : {}),
              }),
              target: build.port('arrived'),
            },
          ]
        : [],
    on: {
      [`event.${event}`]: [
        { target: build.port('arrived'), ...(rule ? { guard: build.guard('fits', { ask: 'rule', rule }) } : {}) },
      ],
    },
    after: { [build.timer('limit', { wait: 'duration', ms: durationMs(limit) })]: [{ target: build.port('late') }] },
  }),
});
