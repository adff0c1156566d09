import { audit } from '#drizzle/audit/append.ts';
import { trustedKey } from '#drizzle/audit/key-file.ts';
import { keptSeals } from '#drizzle/audit/seal-file.ts';
import { verifyAudit } from '#drizzle/audit/verify-audit.ts';
import type { Database } from '#drizzle/database.ts';
import { officialsWith } from '#drizzle/queries/officials-with.ts';
import { pickLocale } from '#locales/locale.ts';
import { translator } from '#locales/translator.ts';
import { writeToOffice } from './write-to-office.ts';

/** Verifies the whole audit and notes how that ended; what is found goes to everybody of data protection, at once. */
export async function checkAudit(database: Database, folder: string): Promise<number> {
  const { rows, findings } = await verifyAudit(database, {
    trusted: trustedKey(folder) ?? '',
    received: keptSeals(folder),
  });
  const seq = await audit(database, {
    who: { kind: 'system', id: 'audit' },
    unitId: null,
    act: 'audit.verified',
    about: { kind: 'audit', id: 'chain' },
    detail: { rows, findings: findings.length },
  });
  if (findings.length === 0) return 0;
  const notes = (await officialsWith(database, 'protection', null)).map(({ id, email, locale }) => {
    const language = pickLocale(locale ?? undefined, null);
    const t = translator(language);
    return {
      key: `audit-alarm-${seq}-${id}`,
      to: email,
      subject: t('auditMail.alarm', { n: findings.length }),
      text: [
        t('audit.wrong', { n: findings.length }),
        ...findings.slice(0, 100).map((one) => t(`auditFinding.${one.kind}`, one)),
      ].join('\n\n'),
      language,
    };
  });
  await writeToOffice(database, { unitId: null, channel: 'email' }, notes);
  return findings.length;
}
