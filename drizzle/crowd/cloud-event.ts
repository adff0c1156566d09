import { z } from 'zod';
import { eventTypeSchema } from '#engine/event-type.ts';

/** A moment with its offset, in the years that calendars and drills may be asked about. */
export const moment = z.iso.datetime({ offset: true }).refine((at) => between(Date.parse(at)), { error: 'time-range' });
const between = (at: number) => at >= Date.UTC(2000, 0, 1) && at < Date.UTC(2100, 0, 1);

/** CloudEvents 1.0; `subject` is a citizen's ref or id. Extension attributes are let through and not kept. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(200),
  source: z.string().min(1).max(500),
  type: eventTypeSchema,
  subject: z.string().min(1).max(200).optional(),
  time: moment.optional(),
  datacontenttype: z
    .string()
    .regex(/^application\/(?:[\w.-]+\+)?json\b/i, { error: 'data-not-json' })
    .optional(),
  dataschema: z.string().max(500).optional(),
  data: z
    .record(z.string(), z.unknown())
    .refine((data) => JSON.stringify(data).length <= 65_536, { error: 'data-too-large' })
    .optional(),
  data_base64: z.undefined({ error: 'data-not-json' }).optional(),
});
