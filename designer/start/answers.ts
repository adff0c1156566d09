import { z } from 'zod';
import { eventTypeSchema } from '#engine/event-type.ts';
import { journeySchema } from '#engine/journey.ts';
import { bases, begins, does, otherwise, tried } from './choices.ts';

const line = z.string().trim().min(1, { message: 'answer-missing' });
const event = z.string().trim().transform(eventName).pipe(eventTypeSchema);
const optionalEvent = z.preprocess((value) => (value === '' || value === null ? undefined : value), event.optional());
const optional = z.preprocess(
  (value) => (value === '' || value === null ? undefined : value),
  z.string().trim().max(300).optional(),
);

/**
 * What a journey is begun with: its name, five questions (what triggers it, who it is for, what the person can do, what
 * outcome is wanted, what happens if they do nothing) and its legal frame.
 */
export const answersSchema = z
  .object({
    title: line.pipe(z.string().max(160)),
    begins: z.enum(begins),
    beginsEvent: optionalEvent,
    who: line.pipe(z.string().max(1_000)),
    does: z.enum(does),
    doesEvent: optionalEvent,
    channels: z.array(z.enum(tried)).default(['sms', 'letter']),
    outcome: line.pipe(z.string().max(120)),
    otherwise: z.enum(otherwise),
    days: z.coerce.number().int().min(1).max(365).default(10),
    stopEvent: optionalEvent,
    class: journeySchema.shape.class,
    languages: z.array(z.string()).min(1, { message: 'answer-missing' }).pipe(journeySchema.shape.languages.unwrap()),
    purpose: line.pipe(z.string().max(300)),
    purposeCode: optional.pipe(journeySchema.shape.purposeCode),
    basis: z.enum(bases),
    norm: line.pipe(z.string().max(600)),
    dir3: optional.pipe(journeySchema.shape.dir3),
    sia: optional.pipe(journeySchema.shape.sia),
    retentionMonths: z.coerce.number().int().min(1).max(240),
  })
  .superRefine((answers, context) => {
    if (answers.begins === 'event' && answers.beginsEvent === undefined)
      context.addIssue({ code: 'custom', path: ['beginsEvent'], message: 'answer-event' });
    if (answers.does !== 'answer' && answers.channels.length === 0)
      context.addIssue({ code: 'custom', path: ['channels'], message: 'answer-missing' });
    if (answers.does === 'act' && answers.doesEvent === undefined)
      context.addIssue({ code: 'custom', path: ['doesEvent'], message: 'answer-event' });
  });
export type Answers = z.output<typeof answersSchema>;

/** What somebody writes («Solicitud presentada») as an event type that systems can send (`solicitud-presentada`). */
export function eventName(text: string): string {
  return slugOf(text, /[^a-z0-9._:/]+/g);
}

/** A name fit for an address: without accents, spaces or signs. */
export function slugOf(text: string, other: RegExp = /[^a-z0-9]+/g): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(other, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 58);
}
