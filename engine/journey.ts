import { z } from 'zod';
import { coordinate, drawingSchema } from './drawing.ts';
import { eventTypeSchema } from './event-type.ts';
import { fieldProblem } from './field-problem.ts';
import type { Problem } from './problem.ts';
import { ruleSchema } from './rule/rule.ts';
import { deepest, type Unstorable, unstorable } from './storable.ts';
import { durationSchema } from './time/duration.ts';
import { savedWalkSchema } from './walk/saved-walk.ts';

/** Message classes decide consent, quiet hours, caps and retention. */
export const messageClasses = ['emergency', 'statutory', 'service', 'informative'] as const;
export type MessageClass = (typeof messageClasses)[number];

export const channels = ['sms', 'voice', 'email', 'push', 'letter'] as const;
export type Channel = (typeof channels)[number];

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/);
/** The machine's own states stand beside the nodes and must not be taken for one. */
const nodeId = name.refine((id) => !/^(enter|journey|dead_end|(stop|goal)_.*)$/.test(id), { message: 'reserved-id' });

/** A BCP 47 tag; a variant may name a way of writing (`es-facil`, easy to read). */
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2}|-[a-z0-9]{5,8})?(-x-[a-z0-9]{1,8})?$/, { message: 'language' });

/** How many characters one text may have. */
export const longestText = 20_000;

/**
 * What one channel carries in one language; `subject` is for e-mail and letters. `state` says how far its words can be
 * trusted (none: written by hand); `review` who read them when, and the print of the first language's text they read beside.
 */
export const textSchema = z.strictObject({
  subject: z.string().max(200).optional(),
  body: z.string().max(longestText),
  state: z.enum(['written', 'translated', 'reviewed']).optional(),
  review: z
    .strictObject({ by: z.string().max(120), on: z.iso.date(), beside: z.string().max(20).optional() })
    .optional(),
});
export type Text = z.infer<typeof textSchema>;

const nodeSchema = z.strictObject({
  id: nodeId,
  kind: z.string(),
  title: z.string().max(120).optional(),
  note: z.string().max(2_000).optional(),
  config: z.record(z.string(), z.unknown()).default({}),
});

const edgeSchema = z.strictObject({ from: name, port: z.string().max(60), to: name });

/** A stop rule or a goal: left at once when the event arrives or the rule becomes true. */
const ruleOrEventSchema = z
  .strictObject({
    id: slug,
    title: z.string().max(120),
    event: eventTypeSchema.optional(),
    rule: ruleSchema.optional(),
    outcome: slug,
  })
  .refine((exit) => exit.event !== undefined || exit.rule !== undefined, { message: 'event-or-rule' });

const variableSchema = z.strictObject({ name, type: z.enum(['text', 'number', 'boolean', 'date']) });

/** language → channel → text */
const saidSchema = z.record(z.string(), z.record(z.string(), textSchema));
export type Said = z.infer<typeof saidSchema>;

/** What everyone who was handed a message can be told afterwards: that it was wrong, or that it is over. */
export const followUpKinds = ['correction', 'all-clear'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const journeySchema = z.strictObject({
  cauce: z.literal(1),
  slug,
  title: z.string().min(1).max(160),
  description: z.string().max(2_000).optional(),
  purpose: z.string().max(300).optional(),
  /** Which of the unit's purposes it serves: what the attributes it uses must be held for. */
  purposeCode: slug.optional(),
  basis: z
    .strictObject({ kind: z.enum(['public-task', 'legal-obligation', 'vital-interest', 'consent']), norm: z.string() })
    .optional(),
  retentionMonths: z.number().int().min(1).max(240).optional(),
  dir3: z.string().max(20).optional(),
  sia: z.string().max(20).optional(),
  seat: z
    .string()
    .regex(/^\d{5}$/)
    .default('28079'),
  class: z.enum(messageClasses).default('service'),
  languages: z.array(language).min(1).max(20).default(['es']),
  expiresAfter: durationSchema.optional(),
  quietHours: z.strictObject({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) }).optional(),
  dailyCap: z.number().int().min(1).max(100).optional(),
  variables: z.array(variableSchema).max(100).default([]),
  nodes: z.array(nodeSchema).max(1_000),
  edges: z.array(edgeSchema).max(4_000),
  stops: z.array(ruleOrEventSchema).max(20).default([]),
  goals: z.array(ruleOrEventSchema).max(20).default([]),
  /** language → node → channel → text */
  texts: z.record(z.string(), z.record(z.string(), z.record(z.string(), textSchema))).default({}),
  /** Prepared with the journey and frozen by its approval, so that one person can send them (engine/office/follow-up.ts). */
  followUps: z.partialRecord(z.enum(followUpKinds), saidSchema).optional(),
  /** Where each node stands on the canvas: outside what the engine reads, so moving a card is not a new meaning. */
  layout: z.record(z.string(), z.strictObject({ x: coordinate, y: coordinate })).default({}),
  /** Its own tests, walked again by `check`. */
  walks: z.array(savedWalkSchema).max(50).optional(),
  drawing: drawingSchema.optional(),
});

/** A draft and a published journey share one shape; `check` tells them apart. */
export type Journey = z.infer<typeof journeySchema>;
export type Node = Journey['nodes'][number];
export type Edge = Journey['edges'][number];
export type Exit = Journey['stops'][number];

export type Parsed = { ok: true; journey: Journey } | { ok: false; problems: Problem[] };

/** Reads any JSON value as a journey; what does not fit comes back as problems with their place, never as a throw. */
export function parse(json: unknown): Parsed {
  const newer = isRecord(json) && typeof json['cauce'] === 'number' && json['cauce'] > 1;
  if (newer)
    return {
      ok: false,
      problems: [{ code: 'newer-format', severity: 'error', params: { format: Number(json['cauce']) } }],
    };
  const unfit = unstorable(json);
  if (unfit) return { ok: false, problems: [{ ...unstored(unfit), severity: 'error' }] };
  const result = journeySchema.safeParse(json);
  if (result.success) return { ok: true, journey: result.data };
  return { ok: false, problems: result.error.issues.slice(0, 50).map((issue) => asProblem(issue, json)) };
}

/** The journey as JSON text that `parse` reads back as the same journey. */
export function exportJourney(journey: Journey): string {
  return `${JSON.stringify(journey, null, 2)}\n`;
}

function asProblem(issue: z.core.$ZodIssue, json: unknown): Problem {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const node = nodeAt(path, json);
  return { ...told(issue, path, json), severity: 'error', path, ...(node === undefined ? {} : { node }) };
}

function told(issue: z.core.$ZodIssue, path: (string | number)[], json: unknown): Pick<Problem, 'code' | 'params'> {
  const where = path.join('.') || 'journey';
  if (issue.message === 'reserved-id') return { code: 'reserved-id', params: { where, why: issue.message } };
  const [list] = path;
  const found = isRecord(json) && typeof list === 'string' ? json[list] : undefined;
  if (issue.code === 'too_big' && path.length === 1 && Array.isArray(found))
    return {
      code: 'too-many-in-journey',
      params: { list: String(list), n: found.length, most: Number(issue.maximum) },
    };
  if (path.length === 0 && issue.code === 'invalid_type') return { code: 'no-journey', params: {} };
  if (issue.code === 'unrecognized_keys')
    return { code: 'unknown-fields', params: { where, fields: issue.keys.slice(0, 5).join(', ') } };
  const [language, , channel] = path.slice(1);
  if (list === 'texts' && issue.code === 'too_big' && typeof language === 'string' && typeof channel === 'string')
    return { code: 'text-too-long', params: { language, channel, most: Number(issue.maximum) } };
  return misshapen(issue, where);
}

/** What a field says beside itself, a file says with the place. */
const shapes: Record<string, string> = {
  'field-missing': 'shape-missing',
  'field-empty': 'shape-empty',
  'field-too-small': 'shape-too-small',
  'field-too-long': 'shape-too-long',
  'field-too-big': 'shape-too-big',
};

function misshapen(issue: z.core.$ZodIssue, where: string): Pick<Problem, 'code' | 'params'> {
  const { code, params } = fieldProblem(issue);
  const shape = shapes[code];
  return shape
    ? { code: shape, params: { where, ...params } }
    : { code: 'shape', params: { where, why: issue.message } };
}

function unstored({ code, path }: Unstorable): Pick<Problem, 'code' | 'params'> {
  if (code === 'too-deep') return { code: 'nested-too-deep', params: { most: deepest } };
  return { code: 'not-storable', params: { where: path } };
}

function nodeAt(path: (string | number)[], json: unknown): string | undefined {
  if (path[0] === 'texts' && typeof path[2] === 'string') return path[2];
  if (path[0] !== 'nodes' || typeof path[1] !== 'number') return undefined;
  const nodes: unknown = isRecord(json) ? json['nodes'] : undefined;
  const node: unknown = Array.isArray(nodes) ? nodes[path[1]] : undefined;
  return isRecord(node) && typeof node['id'] === 'string' ? node['id'] : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
