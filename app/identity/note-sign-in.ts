import { audit } from '#drizzle/audit/append.ts';
import type { AuditDetail } from '#engine/office/audit-acts.ts';
import { database } from '../database.ts';

/** Notes in the audit that an official came in, and how. */
export async function noteSignIn(officialId: string, detail: AuditDetail<'sign-in.done'>): Promise<void> {
  await audit(database(), { ...by(officialId), act: 'sign-in.done', detail });
}

/** Notes a sign-in that failed; whose it would have been only where that is known by more than what was typed. */
export async function noteFailedSignIn(
  officialId: string | undefined,
  detail: AuditDetail<'sign-in.failed'>,
): Promise<void> {
  const about = { kind: 'official', id: officialId ?? 'unknown' } as const;
  await audit(database(), { who: door, unitId: null, act: 'sign-in.failed', about, detail });
}

/** Notes that somebody tried too often. */
export async function noteThrottled(officialId: string | undefined): Promise<void> {
  const about = { kind: 'official', id: officialId ?? 'unknown' } as const;
  await audit(database(), { who: door, unitId: null, act: 'sign-in.throttled', about });
}

/** What an official does about themselves. */
export const by = (officialId: string) => ({
  who: { kind: 'official', id: officialId } as const,
  unitId: null,
  about: { kind: 'official', id: officialId } as const,
});

const door = { kind: 'system', id: 'sign-in' } as const;
