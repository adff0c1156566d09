import type { Database } from '#drizzle/database.ts';
import { officialsWith } from '#drizzle/queries/officials-with.ts';
import { webhookName } from '#drizzle/webhooks/webhook-name.ts';
import { pickLocale } from '#locales/locale.ts';
import { translator } from '#locales/translator.ts';
import { writeToOffice } from './write-to-office.ts';

/** Writes to the unit's administrators that a webhook was switched off, and why. Best effort: its page says so too. */
export async function tellDisabled(
  database: Database,
  { webhookId, unitId, why }: { webhookId: string; unitId: string; why: 'failing' | 'gone' },
): Promise<void> {
  const name = await webhookName(database, webhookId);
  const notes = (await officialsWith(database, 'administrator', unitId)).map(({ id, email, locale }) => {
    const language = pickLocale(locale ?? undefined, null);
    const t = translator(language);
    return {
      key: `webhook-${webhookId}-${id}`,
      to: email,
      subject: t('webhookMail.subject', { name }),
      text: t(`webhookMail.${why}`, { name }),
      language,
    };
  });
  await writeToOffice(database, { unitId, channel: 'email' }, notes);
}
