import { z } from 'zod';
import { ladderShape, ladderStates, reachedOn } from '../../ladder.ts';
import { lintLadder } from '../../lint-ladder.ts';
import { defineNode } from '../../node.ts';
import words from './notify.words.json' with { type: 'json' };

/** Says something on the first channel that works, or on several at once. */
export const notify = defineNode({
  kind: 'notify',
  words,
  group: 'messages',
  icon: 'bubble',
  face: 'ladder',
  config: z.strictObject(ladderShape),
  starter: {
    rungs: [
      { id: 'sms', channel: 'sms' },
      { id: 'letter', channel: 'letter', answer: 'P10D', enough: 'accepted' },
    ],
  },
  ports: () => [{ id: 'reached' }, { id: 'nobody' }],
  summary: ({ rungs, order }) => ({
    code: `notify-${order}`,
    params: { channels: rungs.map(({ channel }) => channel).join(', ') },
  }),
  rests: true,
  passes: () => ['nobody'],
  hurries: ({ rungs }) => (rungs.some(({ enough }) => enough !== 'read') ? ['reached'] : []),
  lint: lintLadder,
  speaks: ({ rungs }) => [...new Set(rungs.map(({ channel }) => channel))],
  state: (config, build) => ({
    ...ladderStates(config, build, { at: `#${build.node.id}`, nobody: build.port('nobody') }),
    entry: [{ type: 'visit', params: { node: build.node.id } }],
    on: reachedOn(config, build, build.port('reached')),
  }),
});
