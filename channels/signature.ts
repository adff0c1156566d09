import { createHmac, timingSafeEqual } from 'node:crypto';

/** Headers of a signed callback: epoch seconds, and `v1=` with the hex HMAC-SHA256 of `<timestamp>.<body>`. */
export const TIMESTAMP_HEADER = 'cauce-timestamp';
export const SIGNATURE_HEADER = 'cauce-signature';

const TOLERANCE_MS = 5 * 60_000;

/** The two headers that prove a body; `now` in epoch ms, the first secret of `secret` signs. */
export function sign(body: string, secret: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  return {
    [TIMESTAMP_HEADER]: timestamp,
    [SIGNATURE_HEADER]: `v1=${mac(timestamp, body, secretsOf(secret)[0] ?? '')}`,
  };
}

/** Whether a body carries a fresh signature (±5 minutes of `now`) by any of the account's secrets. */
export function signed(
  headers: Record<string, string | undefined>,
  body: string,
  secret: string,
  now: number,
): { ok: true } | { ok: false; problem: 'signature-missing' | 'signature-old' | 'signature-wrong' } {
  const timestamp = headers[TIMESTAMP_HEADER];
  const given = headers[SIGNATURE_HEADER];
  if (!timestamp || !given || !/^\d{1,12}$/.test(timestamp)) return { ok: false, problem: 'signature-missing' };
  if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_MS) return { ok: false, problem: 'signature-old' };
  const offered = given.split(',').map((part) => part.trim());
  const right = secretsOf(secret).some((one) => {
    const expected = `v1=${mac(timestamp, body, one)}`;
    return offered.some((candidate) => same(candidate, expected));
  });
  return right ? { ok: true } : { ok: false, problem: 'signature-wrong' };
}

/** The secrets of an account, the signing one first. */
export function secretsOf(secret: string): string[] {
  return secret.split(/\s+/).filter((one) => one !== '');
}

/** Compares without telling by its duration how much was right. */
export function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function mac(timestamp: string, body: string, secret: string): string {
  return createHmac('sha256', secret).update(timestamp).update('.').update(body).digest('hex');
}
