import { z } from 'zod';
import { refusedUrl } from '#channels/reach.ts';
import { webhookEventTypes } from '#engine/office/webhook-events.ts';

/** What is written in the form of a webhook. `reach`: in a demonstration also this machine may be told. */
export const webhookForm = (reach: 'live' | 'sandbox') =>
  z.object({
    name: z.string().trim().min(3).max(80),
    url: z
      .string()
      .trim()
      .max(2_000)
      .refine((text) => URL.canParse(text) && refusedUrl(new URL(text), reach) === undefined),
    hears: z.enum(['live', 'drill']),
    events: z.array(z.enum(webhookEventTypes)).min(1),
    citizenRefs: z.boolean(),
  });

/** The form as it is sent, with its boxes and lists put together. */
export function webhookFields(form: FormData): Record<string, unknown> {
  return { ...Object.fromEntries(form), events: form.getAll('events'), citizenRefs: form.get('citizenRefs') === 'yes' };
}
