import { z } from 'zod';
import { eventTypeSchema } from '../../event-type.ts';
import { fields } from '../../field.ts';
import { defineNode, type State } from '../../node.ts';
import { ruleSchema } from '../../rule/rule.ts';
import { durationMs, durationSchema } from '../../time/duration.ts';
import words from './wait-for.words.json' with { type: 'json' };

/**
 * Waits for an event of this citizen, with a time limit. It looks back: it is left at once when the event arrived since
 * the person entered the run, or since this node when so set.
 */
export const waitFor = defineNode({
  kind: 'wait-for',
  words,
  group: 'flow',
  icon: 'inbox',
  face: 'gate',
  config: z.strictObject({
    event: eventTypeSchema.register(fields, { control: 'event' }),
    rule: ruleSchema.optional().register(fields, { control: 'rule' }),
    since: z.enum(['run', 'node']).default('run').register(fields, { control: 'choice' }),
    limit: durationSchema.register(fields, { control: 'duration' }),
  }),
  starter: { limit: 'P10D' },
  ports: () => [{ id: 'arrived' }, { id: 'late' }],
  summary: ({ event, limit }) => ({ code: 'wait-for', params: { event, ms: durationMs(limit) } }),
  rests: true,
  passes: ({ since, limit }) => [...(since === 'run' ? ['arrived'] : []), ...(durationMs(limit) > 0 ? [] : ['late'])],
  rules: ({ rule }) => (rule ? [{ rule: rule, path: ['rule'], event: true }] : []),
  // It looks back once, on entering: asking again whenever anything happens would cost a crowd dear.
  state: ({ event, rule, since, limit }, build) => {
    const { id } = build.node;
    const arrived = build.port('arrived');
    const waiting: State = {
      on: {
        [`event.${event}`]: [
          { target: arrived, ...(rule ? { guard: build.guard('fits', { ask: 'rule', rule }) } : {}) },
        ],
      },
      after: { [build.timer('limit', { wait: 'duration', ms: durationMs(limit) })]: [{ target: build.port('late') }] },
    };
    if (since === 'node') return waiting;
    const happened = build.guard('happened', { ask: 'happened', event, since, node: id, ...(rule ? { rule } : {}) });
    return {
      initial: 'look',
      states: {
        look: { always: [{ guard: happened, target: arrived }, { target: `#${id}.waiting` }] },
        waiting,
      },
    };
  },
});
