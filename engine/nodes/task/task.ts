import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import words from './task.words.json' with { type: 'json' };

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Gives a person of the administration something to do, due in working hours; their outcome chooses the way out. */
export const task = defineNode({
  kind: 'task',
  words,
  group: 'people',
  icon: 'hand',
  face: 'hand',
  config: z.strictObject({
    title: z.string().min(1).max(160).register(fields, { control: 'text' }),
    skill: slug.register(fields, { control: 'skill' }),
    /** Working hours of the body until the task is overdue. */
    hours: z.number().min(0.05).max(2_000).register(fields, { control: 'number' }),
    outcomes: z
      .array(z.strictObject({ id: slug, title: z.string().max(80) }))
      .min(1)
      .max(10)
      .register(fields, { control: 'outcomes' }),
  }),
  starter: { hours: 15, outcomes: [{ id: 'done', title: 'Hecho' }] },
  ports: ({ outcomes }) => [...outcomes.map(({ id, title }) => ({ id, label: title })), { id: 'overdue' }],
  summary: ({ title, skill, hours }) => ({ code: 'task', params: { title, skill, hours } }),
  rests: true,
  state: ({ title, skill, hours, outcomes }, build) => {
    const { id } = build.node;
    build.task({ title, skill, hours });
    return {
      entry: [
        { type: 'visit', params: { node: id } },
        { type: 'task', params: { node: id } },
      ],
      exit: [{ type: 'untask', params: { node: id } }],
      on: Object.fromEntries(
        outcomes.map((outcome) => [`task.${id}.${outcome.id}`, [{ target: build.port(outcome.id) }]]),
      ),
      after: { [build.timer('overdue', { wait: 'working-hours', hours })]: [{ target: build.port('overdue') }] },
    };
  },
});
