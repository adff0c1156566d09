import type { AuditState } from '#drizzle/audit/audit-state.ts';
import type { AdministrationNotes } from '#drizzle/queries/administration-notes.ts';

/** What asks for a look, by the sheet it stands on; sheets without anything are left out. */
export function notesOf(
  { keysExpiring, webhooksOff, accountsDown, accountsEnding }: AdministrationNotes,
  { late, sealed, verified }: AuditState,
): Partial<Record<string, { note: string; n: number }[]>> {
  const all = [
    { sheet: 'keys', note: 'keysExpiring', n: keysExpiring },
    { sheet: 'webhooks', note: 'webhooksOff', n: webhooksOff },
    { sheet: 'accounts', note: 'accountsDown', n: accountsDown },
    { sheet: 'accounts', note: 'accountsEnding', n: accountsEnding },
    { sheet: 'audit', note: 'auditBroken', n: verified?.findings ?? 0 },
    { sheet: 'audit', note: 'auditLate', n: late ? 1 : 0 },
    { sheet: 'audit', note: 'auditUnsent', n: sealed && !sealed.sentAt ? 1 : 0 },
  ];
  const noted: Partial<Record<string, { note: string; n: number }[]>> = {};
  for (const { sheet, note, n } of all) if (n > 0) noted[sheet] = [...(noted[sheet] ?? []), { note, n }];
  return noted;
}
