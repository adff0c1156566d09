import { z } from 'zod';
import { moment } from '#drizzle/crowd/cloud-event.ts';
import { assertionSchema } from '#drizzle/requests/verify-assertion.ts';
import { followUpKinds, textSchema } from '#engine/journey.ts';
import { requestStatuses } from '#engine/office/request.ts';
import { ruleSchema } from '#engine/rule/rule.ts';
import type { Route } from './contract.ts';

const kilobyte = 1024;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const reason = z.string().max(500);
const request = z.looseObject({ id: z.uuid(), status: z.enum(requestStatuses), hash: sha256.nullable() });

/** What a launch may bring along where it becomes a request. */
export const askedBeside = {
  followUps: z
    .partialRecord(z.enum(followUpKinds), z.record(z.string(), z.record(z.string(), textSchema)))
    .optional()
    .meta({ description: 'The words of the correction and the all-clear, in place of those that the journey brings.' }),
  ceiling: z
    .strictObject({ perDay: z.int().min(1), inTotal: z.int().min(1), until: moment })
    .optional()
    .meta({ description: 'How many a service that stands open may let in, and until when (a year at most).' }),
  from: moment.optional().meta({ description: 'When people enter; as soon as it is signed when left out.' }),
  updates: z.uuid().optional().meta({ description: 'The run that this one changes.' }),
  note: z.string().max(2_000).optional().meta({ description: 'For whoever decides.' }),
};

/** The ways in of requests: asking, reading, deciding; and what one person may do to a run that was approved. */
export const contractOfRequests = {
  requests: {
    method: 'get',
    path: '/api/requests',
    summary: 'The newest requests; `status` for those in that state',
    scope: 'read',
    action: 'request.read',
    status: 200,
    query: z.object({ status: z.enum(requestStatuses).optional() }),
    answer: z.object({ requests: z.array(request) }),
  },
  ask: {
    method: 'post',
    path: '/api/requests',
    summary: 'Asks for a signature for a launch, or again for a request that was returned (`request`)',
    scope: 'launch',
    action: 'run.ask-to-launch',
    status: 201,
    maxBytes: 1_024 * kilobyte,
    body: z.strictObject({
      request: z.uuid().optional(),
      slug: z.string().min(1).max(63),
      audience: ruleSchema.optional(),
      event: z.record(z.string(), z.unknown()).optional(),
      until: moment.optional(),
      followUps: askedBeside.followUps,
      from: askedBeside.from,
      updates: askedBeside.updates,
      note: askedBeside.note,
    }),
    answer: z.object({ request: z.uuid(), hash: sha256 }),
  },
  request: {
    method: 'get',
    path: '/api/requests/{id}',
    summary: 'A request with the content that is to be signed',
    scope: 'read',
    action: 'request.read',
    status: 200,
    answer: request,
  },
  decide: {
    method: 'post',
    path: '/api/requests/{id}/{act}',
    summary:
      'Approves, returns, rejects or withdraws a request (`act`: approve, return, reject, withdraw). Approving takes an assertion of a key of the official’s own (WebAuthn) whose challenge is the hash; returning and rejecting take a reason',
    scope: 'launch',
    action: 'request.read',
    status: 200,
    maxBytes: 64 * kilobyte,
    body: z.strictObject({ reason: reason.optional(), hash: sha256.optional(), assertion: assertionSchema.optional() }),
    answer: z.object({ id: z.uuid(), status: z.enum(requestStatuses), run: z.uuid().nullable() }),
  },
  followUp: {
    method: 'post',
    path: '/api/runs/{id}/follow-ups',
    summary:
      'Tells everyone who was handed a message of a run that it was wrong or that it is over, in the words that its approval froze; nothing more of the run leaves. `people` repeats how many entered it',
    scope: null,
    action: 'run.correct',
    status: 201,
    maxBytes: 4 * kilobyte,
    body: z.strictObject({ kind: z.enum(followUpKinds), people: z.int().min(0) }),
    answer: z.object({ id: z.uuid() }),
  },
  explain: {
    method: 'post',
    path: '/api/runs/{id}/reason',
    summary: 'Says afterwards why a run was paused, resumed or stopped',
    scope: 'control',
    action: 'run.brake',
    status: 200,
    maxBytes: 4 * kilobyte,
    body: z.strictObject({ of: z.enum(['pause', 'resume', 'stop']), reason: reason.min(3) }),
    answer: z.object({ id: z.uuid() }),
  },
} as const satisfies Record<string, Route>;
