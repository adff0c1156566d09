import { createHash } from 'node:crypto';
import type { Repeat } from '#drizzle/queries/once.ts';
import { canonicalJson } from '#engine/office/canonical-json.ts';
import type { Read } from './read-body.ts';
import { refuse } from './refuse.ts';
import type { Who } from './who.ts';

/**
 * The `Idempotency-Key` of a request (draft-ietf-httpapi-idempotency-key-header), undefined when it has none: the same key
 * of the same sender with the same body is the same request.
 */
export function repeatOf(request: Request, who: Who, path: string, body: unknown): Read<Repeat | undefined> {
  const key = request.headers.get('idempotency-key');
  if (key === null) return { ok: true, value: undefined };
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return { ok: false, answer: wrong(request, 'idempotency-key-unfit') };
  const digest = createHash('sha256')
    .update(canonicalJson([path, body]))
    .digest('hex');
  return { ok: true, value: { holder: `${who.by.kind}:${who.by.id}`, key, body: digest } };
}

/** Refuses a key that was used for something else. */
export const otherBody = (request: Request): Response => wrong(request, 'idempotency-key-reused');

function wrong(request: Request, code: string): Response {
  return refuse(request, { status: 422, code, errors: [{ field: 'idempotency-key', code }] });
}
