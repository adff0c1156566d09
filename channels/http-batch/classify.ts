import type { FailureKind, Outcome, Outgoing } from '../channel.ts';

/** Why a whole request failed. */
export type Failure = { kind: FailureKind; code: string; retryAfterMs?: number };

/** The same failure for every message of a batch. */
export function allFailed(batch: readonly Outgoing[], failure: Failure): Outcome[] {
  return batch.map(({ key }) => ({ key, status: 'failed', ...failure }));
}

/**
 * Reads a status other than 200. What our own configuration causes (401, 403, 404 …) is temporary: the message is
 * good, the account needs an official. Only what blames the message itself (400, 413, 422) is permanent.
 */
export function classifyStatus(status: number, retryAfter: string | string[] | undefined, now: number): Failure {
  const code = `http-${status}`;
  const retryAfterMs = waitOf(retryAfter, now);
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) return { kind: 'throttled', code, ...wait };
  if (status === 400 || status === 413 || status === 422) return { kind: 'permanent', code };
  return { kind: 'temporary', code, ...wait };
}

/** Reads an error of the call: before a connection stood nothing can have left, afterwards nobody knows. */
export function classifyError(error: unknown): Failure {
  const code = codeOf(error);
  return { kind: NOTHING_LEFT.has(code) ? 'temporary' : 'uncertain', code: code.toLowerCase().replaceAll('_', '-') };
}

const NOTHING_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'call-failed';
}

function waitOf(retryAfter: string | string[] | undefined, now: number): number | undefined {
  const value = Array.isArray(retryAfter) ? retryAfter[0] : retryAfter;
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
