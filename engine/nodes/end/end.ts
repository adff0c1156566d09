import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import words from './end.words.json' with { type: 'json' };

/** Ends the journey for this person, with an outcome that reports count. */
export const end = defineNode({
  kind: 'end',
  words,
  group: 'end',
  icon: 'flag',
  face: null,
  config: z.strictObject({
    outcome: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
      .register(fields, { control: 'slug' }),
  }),
  starter: { outcome: 'reached' },
  ports: () => [],
  summary: ({ outcome }) => ({ code: 'end', params: { outcome } }),
  rests: true,
  state: ({ outcome }) => ({
    type: 'final',
    entry: [{ type: 'finish', params: { outcome, as: 'finished' } }],
  }),
});
