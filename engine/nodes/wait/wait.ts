import { z } from 'zod';
import type { Delay } from '../../delay.ts';
import { fields } from '../../field.ts';
import { defineNode, type Phrase } from '../../node.ts';
import { allowedHoursSchema } from '../../time/allowed-hours.ts';
import { durationMs, durationSchema } from '../../time/duration.ts';
import words from './wait.words.json' with { type: 'json' };

export const untilSchema = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('duration'), duration: durationSchema }),
  z.strictObject({ for: z.literal('working-days'), days: z.number().int().min(1).max(500) }),
  z.strictObject({
    for: z.literal('date'),
    fact: z.string().regex(/^(citizen|member)\.[a-zA-Z][a-zA-Z0-9_]*$/),
    offsetDays: z.number().int().min(-366).max(366).default(0),
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .default('09:00'),
  }),
  z.strictObject({ for: z.literal('allowed-hours'), hours: allowedHoursSchema }),
]);

/** Holds each person for a time: a duration, working days, until a date of theirs, or until the next allowed hours. */
export const wait = defineNode({
  kind: 'wait',
  words,
  group: 'flow',
  icon: 'hourglass',
  face: 'clock',
  config: z.strictObject({ until: untilSchema.register(fields, { control: 'wait' }) }),
  starter: { until: { for: 'duration', duration: 'P2D' } },
  ports: () => [{ id: 'done' }],
  summary: ({ until }) => sentence(until),
  rests: true,
  // A date may lie in the past, and the hours may be now.
  passes: ({ until }) => (mayBeOver(until) ? ['done'] : []),
  state: ({ until }, build) => ({
    after: { [build.timer('wait', delay(until))]: [{ target: build.port('done') }] },
  }),
});

type Until = z.infer<typeof untilSchema>;

function mayBeOver(until: Until): boolean {
  return until.for === 'duration' ? durationMs(until.duration) === 0 : until.for !== 'working-days';
}

/** The delay that a wait arms. */
export function delay(until: Until): Delay {
  switch (until.for) {
    case 'duration':
      return { wait: 'duration', ms: durationMs(until.duration) };
    case 'working-days':
      return { wait: 'working-days', days: until.days };
    case 'date':
      return { wait: 'until', fact: until.fact, offsetDays: until.offsetDays, at: until.at };
    case 'allowed-hours':
      return { wait: 'allowed', hours: until.hours };
  }
}

function sentence(until: Until): Phrase {
  switch (until.for) {
    case 'duration':
      return { code: 'wait-duration', params: { ms: durationMs(until.duration) } };
    case 'working-days':
      return { code: 'wait-working-days', params: { days: until.days } };
    case 'date':
      return { code: 'wait-date', params: { fact: until.fact, days: until.offsetDays } };
    case 'allowed-hours':
      return { code: 'wait-hours', params: {} };
  }
}
