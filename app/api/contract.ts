import { z } from 'zod';
import type { Opening } from '#app/pages.ts';
import { cloudEvent, moment } from '#drizzle/crowd/cloud-event.ts';
import type { Scope } from '#drizzle/queries/api-keys.ts';
import { ruleSchema } from '#engine/rule/rule.ts';
import { askedBeside, contractOfRequests } from './contract-of-requests.ts';

/** One way in: what may be sent, by whom, and what is answered. Handlers read by it, and openapi.json is written from it. */
export type Route = {
  method: 'get' | 'post';
  path: string;
  summary: string;
  /** What a key must be good for; null: no key (a signature, or nothing secret). */
  scope: Scope | null;
  /** What an official must be allowed to, who comes with a session instead of a key. */
  action: Opening;
  status: number;
  /** Where not JSON: the media types of the body. */
  media?: readonly string[];
  answerMedia?: string;
  maxBytes?: number;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
  /** What is answered with 202, where something is asked for instead of done. */
  asks?: z.ZodType;
};

const kilobyte = 1024;
const text = (max: number) => z.string().min(1).max(max);
const object = z.record(z.string(), z.unknown());
const mode = z.enum(['live', 'drill']);
const heardBy = z.object({
  mode: mode.optional().meta({ description: 'Whose runs hear it; a test key is heard by drills only.' }),
});
const count = z.int().min(0);
const notes = z.array(z.object({ code: z.string(), why: z.string() }));

const clock = z.strictObject({
  startsAt: moment.optional(),
  scale: z.number().min(1).max(1_000_000).optional(),
  withinSeconds: z
    .number()
    .min(1)
    .max(864_000)
    .optional()
    .meta({ description: 'How long the whole journey is to take; gives the scale.' }),
});

export const contract = {
  events: {
    method: 'post',
    path: '/api/events',
    summary:
      'Events about citizens: CloudEvents 1.0, structured, binary or a batch of up to 1,000; the same source and id is the same event',
    scope: 'events',
    action: 'event.send',
    status: 202,
    media: ['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json'],
    maxBytes: 4_096 * kilobyte,
    query: heardBy,
    body: z.union([cloudEvent, z.array(cloudEvent).min(1).max(1_000)]),
    answer: z.object({ received: count, repeated: count, unknown: z.array(z.string()) }),
  },
  cap: {
    method: 'post',
    path: '/api/cap',
    summary: 'A warning in CAP 1.0, 1.1 or 1.2: lets citizens inside its area into the standing runs that wait for it',
    scope: 'cap',
    action: 'warning.send',
    status: 200,
    media: ['application/cap+xml', 'application/xml', 'text/xml'],
    maxBytes: 2_048 * kilobyte,
    query: heardBy,
    answer: z.object({
      warnings: z.array(
        z.object({
          warning: z.string(),
          verdict: z.string(),
          entered: z.array(z.object({ run: z.uuid(), journey: z.string(), n: count })),
          told: z
            .array(z.object({ run: z.uuid(), journey: z.string(), n: count }))
            .meta({ description: 'Who was inside already and hears of the change or the end.' }),
          notes,
        }),
      ),
      notes,
    }),
  },
  receipts: {
    method: 'post',
    path: '/api/receipts/{account}',
    summary:
      'What a provider tells about messages, and what citizens answered; signed as channels/http-batch/http-batch.md says',
    scope: null,
    action: 'anyone',
    status: 200,
    media: ['application/json', 'message/rfc822'],
    maxBytes: 8_192 * kilobyte,
    answer: z.object({ receipts: count, replies: count }),
  },
  launch: {
    method: 'post',
    path: '/api/runs',
    summary:
      'Launches the newest revision of a journey. What one person may not launch becomes a request: 202 with its address. An `Idempotency-Key` makes repeating it harmless',
    scope: 'launch',
    action: 'run.drill',
    status: 201,
    maxBytes: 1_024 * kilobyte,
    body: z
      .strictObject({
        slug: text(63),
        mode,
        audience: ruleSchema.optional(),
        event: object.optional(),
        standing: z.boolean().optional(),
        clock: clock.optional(),
        expiresAt: moment.optional(),
        ...askedBeside,
      })
      .refine(({ mode: as, clock: own }) => as === 'drill' || own === undefined, {
        error: 'clock-of-drill',
        path: ['clock'],
      }),
    answer: z.object({ id: z.uuid() }),
    asks: z.object({ request: z.uuid(), reason: z.enum(['emergency', 'automatic', 'standing', 'large']) }),
  },
  ...contractOfRequests,
  run: {
    method: 'get',
    path: '/api/runs/{id}',
    summary: 'How a run goes',
    scope: 'read',
    action: 'run.read',
    status: 200,
    answer: z.looseObject({ id: z.uuid(), status: z.string(), enrolled: count }),
  },
  stream: {
    method: 'get',
    path: '/api/runs/{id}/stream',
    summary: 'How a run goes, each second, as server-sent events; each is the answer of GET /api/runs/{id}',
    scope: 'read',
    action: 'run.read',
    status: 200,
    answerMedia: 'text/event-stream',
    answer: z.string(),
  },
  brake: {
    method: 'post',
    path: '/api/runs/{id}/{act}',
    summary: 'Pauses, resumes or stops a run (`act`: pause, resume, stop); the reason may come afterwards',
    scope: 'control',
    action: 'run.brake',
    status: 200,
    maxBytes: 16 * kilobyte,
    body: z.strictObject({ reason: z.string().max(500).optional() }),
    answer: z.object({ id: z.uuid(), done: z.enum(['pause', 'resume', 'stop']) }),
  },
  attention: {
    method: 'post',
    path: '/api/runs/{id}/attention',
    summary: 'Tries again, or lets rest, one member in attention or all with the same reason',
    scope: 'control',
    action: 'attention.settle',
    status: 200,
    maxBytes: 16 * kilobyte,
    body: z
      .strictObject({
        do: z.enum(['retry', 'skip']),
        memberId: z.uuid().optional(),
        reason: text(200).optional(),
        why: z.string().max(500).optional(),
      })
      .refine(({ memberId, reason }) => (memberId === undefined) !== (reason === undefined), {
        error: 'member-or-reason',
        path: ['memberId'],
      }),
    answer: z.object({ settled: count }),
  },
  timeline: {
    method: 'get',
    path: '/api/members/{id}/timeline',
    summary: 'One person’s path through a run, with its reasons; names nobody',
    scope: 'read',
    action: 'citizen.open',
    status: 200,
    answer: z.looseObject({ member: z.looseObject({ id: z.uuid() }), steps: z.array(z.unknown()) }),
  },
  task: {
    method: 'post',
    path: '/api/tasks/{id}',
    summary: 'Closes an open task in one of its ways',
    scope: 'tasks',
    action: 'task.work',
    status: 200,
    maxBytes: 16 * kilobyte,
    body: z.strictObject({ outcome: text(100) }),
    answer: z.object({ id: z.uuid(), outcome: z.string() }),
  },
  attributes: {
    method: 'post',
    path: '/api/citizens/attributes',
    summary: 'Writes catalogued attributes of known citizens, all or nothing, and wakes whoever waits on them',
    scope: 'attributes',
    action: 'import.run',
    status: 200,
    maxBytes: 4_096 * kilobyte,
    query: heardBy,
    body: z.strictObject({
      source: text(200),
      changes: z
        .array(
          z
            .strictObject({
              citizenId: z.uuid().optional(),
              ref: text(200).optional(),
              attributes: z.record(
                z.string(),
                z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
              ),
            })
            .refine(({ citizenId, ref }) => (citizenId === undefined) !== (ref === undefined), {
              error: 'citizen-or-ref',
              path: ['ref'],
            }),
        )
        .min(1)
        .max(1_000),
    }),
    answer: z.object({ changed: count, woken: count }),
  },
  openapi: {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    scope: null,
    action: 'anyone',
    status: 200,
    answer: z.looseObject({ openapi: z.string() }),
  },
} as const satisfies Record<string, Route>;
