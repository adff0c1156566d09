'use server';

import { revalidatePath } from 'next/cache';
import { audit } from '#drizzle/audit/append.ts';
import { type Verified, verifyAudit } from '#drizzle/audit/verify-audit.ts';
import { act } from '../act.ts';
import { database } from '../database.ts';
import { trusted } from './trusted.ts';

/** Reads the whole audit, notes how that ended, and answers what was found. */
export const verify = act('audit.verify', async (official): Promise<Verified & { anchored: boolean }> => {
  const { key, received, anchored } = await trusted();
  const verified = await verifyAudit(database(), { trusted: key, received });
  await audit(database(), {
    who: { kind: 'official', id: official.id },
    unitId: null,
    act: 'audit.verified',
    about: { kind: 'audit', id: 'chain' },
    detail: { rows: verified.rows, findings: verified.findings.length },
  });
  revalidatePath('/audit');
  return { ...verified, anchored };
});
