import { z } from 'zod';
import { fields } from '../../field.ts';
import type { Node } from '../../journey.ts';
import { ladderShape, ladderStates, reachedOn } from '../../ladder.ts';
import { lintLadder } from '../../lint-ladder.ts';
import { lintVariable } from '../../lint-variable.ts';
import { type Build, defineNode, type State, type Transition } from '../../node.ts';
import type { Problem } from '../../problem.ts';
import { durationMs, durationSchema } from '../../time/duration.ts';
import { phrases } from '../../understand.ts';
import words from './ask.words.json' with { type: 'json' };

const answerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  title: z.string().min(1).max(80),
  digit: z
    .string()
    .regex(/^[0-9]$/)
    .optional(),
  keywords: z.array(z.string().min(1).max(60)).max(40).default([]),
});

/** Asks a question on a ladder and goes on by the answer; the limit counts from entering the node. */
export const ask = defineNode({
  kind: 'ask',
  words,
  group: 'messages',
  icon: 'question',
  face: 'bubble',
  config: z.strictObject({
    ...ladderShape,
    answers: z.array(answerSchema).min(1).max(10).register(fields, { control: 'answers' }),
    limit: durationSchema.register(fields, { control: 'duration' }),
    variable: z.string().max(40).optional().register(fields, { control: 'variable' }),
  }),
  starter: {
    rungs: [
      { id: 'sms', channel: 'sms' },
      { id: 'voice', channel: 'voice' },
    ],
    answers: [
      { id: 'yes', title: 'Sí', digit: '1', keywords: ['si', 'vale'] },
      { id: 'no', title: 'No', digit: '2', keywords: ['no'] },
    ],
    limit: 'P2D',
  },
  ports: ({ answers }) => [
    ...answers.map(({ id, title }) => ({ id, label: title })),
    { id: 'not-understood' },
    { id: 'no-answer' },
    { id: 'nobody' },
  ],
  summary: ({ answers }) => ({ code: 'ask', params: { answers: answers.map(({ title }) => title).join(' / ') } }),
  rests: true,
  passes: ({ limit }) => (durationMs(limit) > 0 ? ['nobody'] : ['nobody', 'no-answer']),
  lint: (config, node, journey) => [
    ...lintLadder(config, node, journey),
    ...lintAlike(config.answers, node),
    ...(config.variable === undefined
      ? []
      : lintVariable(config.variable, 'text', { node, journey, path: ['variable'] })),
  ],
  speaks: ({ rungs }) => [...new Set(rungs.map(({ channel }) => channel))],
  state: (config, build) => {
    const { id } = build.node;
    build.question(config.answers);
    if (config.variable !== undefined) build.write([{ variable: config.variable, from: 'answer', at: null }]);
    return {
      entry: [{ type: 'visit', params: { node: id } }],
      initial: 'open',
      states: {
        open: {
          initial: 'asking',
          states: {
            // Delivered means that no other rung is needed, not that somebody answered.
            asking: {
              ...ladderStates(config, build, { at: `#${id}.open.asking`, nobody: build.port('nobody') }),
              on: reachedOn(config, build, `#${id}.open.asked`),
            },
            asked: {},
          },
          on: replies(config, build),
          after: {
            [build.timer('limit', { wait: 'duration', ms: durationMs(config.limit) })]: [
              { target: build.port('no-answer') },
            ],
          },
        },
        // Outside `open`: once an answer is kept, no limit that fell due meanwhile can take it back.
        ...(config.variable === undefined ? {} : kept(config.answers, build)),
      },
    };
  },
});

/** A word that two answers share is understood as neither. */
function lintAlike(answers: z.infer<typeof answerSchema>[], node: Node): Problem[] {
  return answers.flatMap((answer, i) => {
    const alike = answers
      .slice(0, i)
      .find((earlier) => phrases(earlier).some((word) => phrases(answer).includes(word)));
    if (!alike) return [];
    const word = phrases(alike).find((one) => phrases(answer).includes(one)) ?? '';
    const params = { one: alike.title, other: answer.title, word };
    return [{ code: 'answers-alike', severity: 'error', node: node.id, path: ['answers', i], params }];
  });
}

type Config = { answers: z.infer<typeof answerSchema>[]; variable?: string | undefined };

function replies({ answers, variable }: Config, build: Build): Record<string, Transition[]> {
  const { id } = build.node;
  return {
    ...Object.fromEntries(
      answers.map((answer) => [
        `reply.${id}.${answer.id}`,
        [{ target: variable === undefined ? build.port(answer.id) : `#${id}.kept_${answer.id}` }],
      ]),
    ),
    [`reply.${id}.not-understood`]: [{ target: build.port('not-understood') }],
  };
}

function kept(answers: Config['answers'], build: Build): Record<string, State> {
  const { id } = build.node;
  return Object.fromEntries(
    answers.map((answer) => [
      `kept_${answer.id}`,
      {
        entry: [{ type: 'answer', params: { node: id } }],
        after: { [build.timer(`continue-${answer.id}`, { wait: 'now' })]: [{ target: build.port(answer.id) }] },
      },
    ]),
  );
}
