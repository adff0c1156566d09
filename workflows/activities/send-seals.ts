import { trustedKey } from '#drizzle/audit/key-file.ts';
import { sealsSent, unsentSeals } from '#drizzle/audit/unsent-seals.ts';
import type { Database } from '#drizzle/database.ts';
import { type Addressee, officialsWith } from '#drizzle/queries/officials-with.ts';
import type { AuditSeal } from '#engine/office/audit-seal.ts';
import { pickLocale } from '#locales/locale.ts';
import { translator } from '#locales/translator.ts';
import { writeToOffice } from './write-to-office.ts';

/** Sends what was not sent yet to everybody of data protection; tried again at the next upkeep while nobody could be reached. */
export async function sendSeals(database: Database, folder: string): Promise<void> {
  const seals = await unsentSeals(database);
  if (seals.length === 0) return;
  const trusted = trustedKey(folder) ?? '';
  const mails = (await officialsWith(database, 'protection', null)).map((official) => mailOf(official, seals, trusted));
  const accepted = await writeToOffice(database, { unitId: null, channel: 'email' }, mails);
  if (accepted.length > 0) await sealsSent(database, seals);
}

function mailOf({ id, email, locale }: Addressee, seals: AuditSeal[], trusted: string) {
  const language = pickLocale(locale ?? undefined, null);
  const t = translator(language);
  const last = seals.at(-1)!; // never asked for none
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(last.day));
  return {
    key: `audit-${last.day}-${id}`,
    to: email,
    subject: t('auditMail.subject', { day }),
    text: [
      t('auditMail.sealed', { day, n: last.seq }),
      t('auditMail.keep'),
      t('auditMail.check'),
      `  node verify-audit.mjs ${trusted} audit.jsonl seals.jsonl`,
      seals.map((seal) => JSON.stringify(seal)).join('\n'),
      t('auditMail.key', { key: trusted }),
    ].join('\n\n'),
    language,
  };
}
