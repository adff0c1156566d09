import { z } from 'zod';

/** A word of a closed vocabulary or an id: no spaces, so that nobody's name or message fits in it. */
/** A WebAuthn credential id in base64url: up to 1,023 bytes, and any of its 64 letters may come first. */
const credentialId = z.string().regex(/^[\w-]{1,1364}$/);
const word = z.string().regex(/^[\w][\w.:/-]{0,99}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const words = z.array(word).max(50);
const mode = z.enum(['live', 'drill']);
const nothing = z.strictObject({});
const method = z.enum(['password', 'passkey', 'totp', 'recovery-code', 'oidc', 'one-time-address', 'demonstration']);
const credential = z.enum(['password', 'passkey', 'totp', 'recovery-codes', 'oidc']);
const change = z.strictObject({ change: word.optional(), alone: z.boolean().optional() });
const request = z.strictObject({ hash: sha256.optional(), people: count.optional(), mode: mode.optional() });

/**
 * Every act that is audited, with the only details it may carry: codes, counts and ids, never what a citizen is called or
 * was told. An act that is not here, or a detail that it does not name, is refused.
 */
export const auditActs = {
  // Officials
  'sign-in.done': z.strictObject({ method: method.optional(), second: method.optional() }),
  'sign-in.failed': z.strictObject({ method: method.optional(), why: word.optional() }),
  'sign-in.throttled': nothing,
  'sign-out.done': nothing,
  'session.revoked': z.strictObject({ sessions: count.optional() }),
  'credential.added': z.strictObject({ credential }),
  'credential.removed': z.strictObject({ credential }),
  'official.created': z.strictObject({ how: word.optional() }),
  'official.changed': z.strictObject({ fields: words.optional() }),
  'official.blocked': nothing,
  'official.unblocked': nothing,
  'role.given': z.strictObject({
    role: word,
    unit: word.optional(),
    change: word.optional(),
    alone: z.boolean().optional(),
  }),
  'role.taken': z.strictObject({
    role: word,
    unit: word.optional(),
    change: word.optional(),
    alone: z.boolean().optional(),
  }),
  'unit.created': change,
  'unit.changed': change.extend({ fields: words.optional() }),
  // A change that takes two people
  'change.asked': z.strictObject({ what: word }),
  'change.confirmed': z.strictObject({ what: word, alone: z.boolean().optional() }),
  'change.refused': z.strictObject({ what: word }),
  // Journeys
  'journey.created': nothing,
  'journey.edited': z.strictObject({ draft: count.optional(), hash: sha256.optional() }),
  'journey.published': z.strictObject({ revision: count, hash: sha256 }),
  'journey.archived': nothing,
  'audience.changed': z.strictObject({ fields: words.optional() }),
  'attribute.changed': z.strictObject({ fields: words.optional() }),
  // Requests
  'request.drafted': request,
  'request.changed': request,
  'request.asked': request,
  'request.returned': request,
  'request.approved': request.extend({ passkey: credentialId.optional() }),
  'request.rejected': request,
  'request.withdrawn': request,
  'request.expired': request,
  'request.escalated': request.extend({ step: count.optional() }),
  // Runs
  'run.launched': z.strictObject({ mode, revision: count.optional(), request: word.optional() }),
  'run.held': z.strictObject({ why: word, request: word.optional(), people: count.optional() }),
  'run.refused': z.strictObject({ why: word, request: word.optional() }),
  'run.paused': nothing,
  'run.resumed': nothing,
  'run.stopped': nothing,
  'run.explained': z.strictObject({ of: z.enum(['pause', 'resume', 'stop']) }),
  'run.corrected': z.strictObject({ people: count.optional(), request: word.optional() }),
  'run.all-clear': z.strictObject({ people: count.optional(), request: word.optional() }),
  'attention.retried': z.strictObject({ why: word.optional(), member: word.optional(), settled: count }),
  'attention.skipped': z.strictObject({ why: word.optional(), member: word.optional(), settled: count }),
  'task.done': z.strictObject({ outcome: word, run: word.optional() }),
  // People
  'record.opened': z.strictObject({ purpose: word.optional(), people: count.optional() }),
  'people.listed': z.strictObject({ purpose: word.optional(), people: count.optional() }),
  'people.imported': z.strictObject({ rows: count, added: count, changed: count }),
  'export.made': z.strictObject({ what: word, format: word, rows: count }),
  // The house
  'key.created': change.extend({ mode: word, scopes: words, expires: word.optional() }),
  'key.rotated': change,
  'key.old-secret-ended': change,
  'key.revoked': change,
  'team-address.added': z.strictObject({ channel: word }),
  'team-address.confirmed': nothing,
  'team-address.removed': nothing,
  'webhook.created': change.extend({ events: words.optional() }),
  'webhook.changed': change.extend({ fields: words.optional() }),
  'webhook.rotated': change,
  'webhook.old-secret-ended': change,
  'webhook.replayed': z.strictObject({ deliveries: count }),
  'webhook.disabled': z.strictObject({ why: word.optional() }),
  'webhook.enabled': nothing,
  'webhook.deleted': change,
  'account.changed': change.extend({ fields: words.optional() }),
  'endpoint.changed': change.extend({ fields: words.optional() }),
  'setting.changed': change.extend({ fields: words.optional() }),
  // The audit itself
  'audit.key': z.strictObject({
    key: sha256,
    public: z.base64(),
    replaces: sha256.optional(),
    signature: z.base64().optional(),
  }),
  'audit.verified': z.strictObject({ rows: count, findings: count }),
  'audit.reason-erased': z.strictObject({ row: count }),
} as const satisfies Record<string, z.ZodObject>;

export type AuditAct = keyof typeof auditActs;
/** The detail of each act. */
export type AuditDetail<A extends AuditAct> = z.input<(typeof auditActs)[A]>;
