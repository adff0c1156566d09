import { z } from 'zod';
import { fields } from '../../field.ts';
import { lintVariable } from '../../lint-variable.ts';
import { defineNode } from '../../node.ts';
import { durationMs, durationSchema } from '../../time/duration.ts';
import words from './call.words.json' with { type: 'json' };

/**
 * Asks another system by HTTP through a configured endpoint, whose host is fixed. The answer's values go to variables.
 * `path` and `body` are templates filled per person; `answers` maps a variable to a dotted path in the JSON answer.
 */
export const call = defineNode({
  kind: 'call',
  words,
  group: 'people',
  icon: 'plug',
  face: 'gate',
  config: z.strictObject({
    endpoint: z.string().min(1).max(60).register(fields, { control: 'connection' }),
    method: z.enum(['GET', 'POST', 'PUT']).default('POST').register(fields, { control: 'choice' }),
    path: z.string().max(300).default('').register(fields, { control: 'template' }),
    send: z.array(z.string().max(80)).max(30).default([]).register(fields, { control: 'facts' }),
    answers: z.record(z.string().max(40), z.string().max(120)).default({}).register(fields, { control: 'mapping' }),
    timeout: durationSchema.default({ seconds: 10 }).register(fields, { control: 'duration' }),
    retries: z.number().int().min(0).max(20).default(5).register(fields, { control: 'number' }),
    limit: durationSchema.default({ hours: 24 }).register(fields, { control: 'duration' }),
  }),
  starter: {},
  ports: () => [{ id: 'success' }, { id: 'failed' }],
  summary: ({ endpoint, method }) => ({ code: 'call', params: { endpoint, method } }),
  rests: true,
  passes: ({ limit }) => (durationMs(limit) > 0 ? [] : ['failed']),
  hurries: () => ['success', 'failed'],
  lint: ({ answers }, node, journey) =>
    Object.keys(answers).flatMap((variable) =>
      lintVariable(variable, undefined, { node, journey, path: ['answers', variable] }),
    ),
  state: ({ endpoint, method, path, send, timeout, retries, answers, limit }, build) => {
    const { id } = build.node;
    build.call({ endpoint, method, path, send, timeoutMs: durationMs(timeout), retries });
    build.write(Object.entries(answers).map(([variable, at]) => ({ variable, from: 'answer', at })));
    return {
      entry: [{ type: 'visit', params: { node: id } }],
      initial: 'waiting',
      states: {
        waiting: {
          entry: [{ type: 'call', params: { node: id } }],
          exit: [{ type: 'uncall', params: { node: id } }],
          on: {
            [`call.${id}.success`]: [{ target: `#${id}.answered` }],
            [`call.${id}.failed`]: [{ target: build.port('failed') }],
          },
          after: {
            [build.timer('limit', { wait: 'duration', ms: durationMs(limit) })]: [{ target: build.port('failed') }],
          },
        },
        answered: {
          entry: [{ type: 'answer', params: { node: id } }],
          after: { [build.timer('continue', { wait: 'now' })]: [{ target: build.port('success') }] },
        },
      },
    };
  },
});
