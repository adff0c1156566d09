import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import words from './split.words.json' with { type: 'json' };

const shareSchema = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), percent: z.number().min(0).max(100) });

/** Divides people by percentages; the same citizen always falls on the same side of the same node. */
export const split = defineNode({
  kind: 'split',
  words,
  group: 'flow',
  icon: 'split',
  face: 'fork',
  config: z.strictObject({ shares: z.array(shareSchema).min(2).max(10).register(fields, { control: 'shares' }) }),
  starter: {
    shares: [
      { id: 'a', percent: 50 },
      { id: 'b', percent: 50 },
    ],
  },
  ports: ({ shares }) => shares.map(({ id, percent }) => ({ id, label: `${id} ${percent} %` })),
  summary: ({ shares }) => ({ code: 'split', params: { shares: shares.map(({ percent }) => percent).join(' / ') } }),
  rests: false,
  lint: ({ shares }, node, journey) => [
    ...(Math.abs(shares.reduce((sum, { percent }) => sum + percent, 0) - 100) > 1e-6
      ? [{ code: 'shares-not-100', severity: 'error' as const, node: node.id, path: ['shares'] }]
      : []),
    ...(journey.class === 'emergency' || journey.class === 'statutory'
      ? [{ code: 'split-refused', severity: 'error' as const, node: node.id, params: { class: journey.class } }]
      : []),
  ],
  state: ({ shares }, build) => {
    let below = 0;
    const last = shares.at(-1)?.id ?? '';
    return {
      always: [
        ...shares.slice(0, -1).map(({ id, percent }) => {
          below += percent / 100;
          return { guard: build.guard(id, { ask: 'share', node: build.node.id, below }), target: build.port(id) };
        }),
        { target: build.port(last) },
      ],
    };
  },
});
