import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import { durationMs, durationSchema } from '../../time/duration.ts';

/**
 * Asks another system by HTTP through a configured endpoint, whose host is fixed. The answer's values go to variables.
 * `path` and `body` are templates filled per person; `answers` maps a variable to a dotted path in the JSON answer.
 */
export const call = defineNode({
  kind: 'call',
  group: 'people',
  icon: 'plug',
  face: 'gate',
  config: z.strictObject({
    endpoint: z.string().min(1).max(60).register(fields, { control: 'connection' }),
    method: z.enum(['GET', 'POST', 'PUT']).default('POST').register(fields, { control: 'choice' }),
    path: z.string().max(300).default('').register(fields, { control: 'text' }),
    send: z.array(z.string().max(80)).max(30).default([]).register(fields, { control: 'mapping' }),
    answers: z.record(z.string().max(40), z.string().max(120)).default({}).register(fields, { control: 'mapping' }),
    timeout: durationSchema.default({ seconds: 10 }).register(fields, { control: 'duration' }),
    retries: z.number().int().min(0).max(20).default(5).register(fields, { control: 'number' }),
    limit: durationSchema.default({ hours: 24 }).register(fields, { control: 'duration' }),
  }),
  ports: () => [{ id: 'success' }, { id: 'failed' }],
  summary: ({ endpoint, method }) => ({ code: 'call', params: { endpoint, method } }),
  rests: true,
  lint: ({ answers }, node, journey) =>
    Object.keys(answers)
      .filter((variable) => !journey.variables.some(({ name }) => name === variable))
      .map((variable) => ({
        code: 'unknown-variable',
        severity: 'error' as const,
        node: node.id,
        path: ['answers', variable],
        params: { variable },
      })),
  state: ({ limit }, build) => {
    const { id } = build.node;
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
