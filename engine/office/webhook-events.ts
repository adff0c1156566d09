import { z } from 'zod';

const id = z.uuid();
const count = z.int().min(0);
const moment = z.iso.datetime({ offset: true });
const mode = z.enum(['live', 'drill']);
const journey = z.string().meta({ description: 'The slug of the journey' });
const citizenRef = z.string().nullable().optional().meta({
  description: 'Your own identifier of the person; only where the unit allows it, and never of a protected person',
});

/** What other systems can be told, by type, and what each tells: ids and counts. */
export const webhookEvents = {
  'run.status': {
    summary: 'A run was launched, began, paused, resumed, is stopping, stopped or finished',
    data: z.strictObject({
      run: id,
      journey,
      mode,
      status: z.enum([
        'waiting',
        'approved',
        'enrolling',
        'open',
        'paused',
        'stopping',
        'stopped',
        'finished',
        'refused',
      ]),
      enrolled: count,
    }),
  },
  'outcome.reached': {
    summary:
      'People came to the end of a run: how many by outcome, in all and since it was told last; at most once a minute',
    data: z.strictObject({
      run: id,
      journey,
      mode,
      outcomes: z.record(z.string(), count),
      since: z.record(z.string(), z.int()),
    }),
  },
  'task.opened': {
    summary: 'Tasks for people of the administration were opened; at most 500 in one event',
    data: z.strictObject({
      run: id,
      journey,
      node: z.string(),
      skill: z.string(),
      count,
      tasks: z.array(z.strictObject({ task: id, citizenRef, dueAt: moment.nullable() })).max(500),
    }),
  },
  'task.done': {
    summary: 'A task was closed in one of its ways',
    data: z.strictObject({ run: id, journey, node: z.string(), task: id, outcome: z.string(), citizenRef }),
  },
  'request.state': {
    summary: 'A request was drafted, waits for approval, was approved, returned, rejected, withdrawn or lapsed',
    data: z.strictObject({
      request: id,
      what: z.enum(['launch', 'publish']),
      journey,
      status: z.enum(['draft', 'waiting', 'approved', 'returned', 'rejected', 'withdrawn', 'expired']),
      run: id.nullable(),
    }),
  },
  'warning.received': {
    summary: 'A CAP warning came in',
    data: z.strictObject({
      warning: id,
      sender: z.string(),
      identifier: z.string(),
      sent: moment,
      verdict: z.string(),
    }),
  },
  'account.status': {
    summary: 'A channel contract was paused, went down or works again',
    data: z.strictObject({ account: z.string(), channel: z.string(), status: z.enum(['active', 'paused', 'down']) }),
  },
  'webhook.test': {
    summary: 'Nothing happened: somebody asked for a test',
    data: z.strictObject({ webhook: id }),
  },
} as const satisfies Record<string, { summary: string; data: z.ZodType }>;

export type WebhookEventType = keyof typeof webhookEvents;
/** Those that a webhook may listen to; a test comes unasked. */
export const webhookEventTypes = (Object.keys(webhookEvents) as WebhookEventType[]).filter(
  (type) => type !== 'webhook.test',
);
