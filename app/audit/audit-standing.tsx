import type { AuditState } from '#drizzle/audit/audit-state.ts';
import { TitleBlock } from '#ui/panel.tsx';
import { words } from '../words.ts';

/** How the audit stands, as a plan's title block: length, last seal, whether it left, last verification. */
export async function AuditStanding({ state: { acts, sealed, verified } }: { state: AuditState }) {
  const { t, moment, number } = await words();
  return (
    <TitleBlock
      cells={[
        { label: t('audit.acts'), value: number(acts) },
        { label: t('audit.sealed'), value: sealed?.day ?? t('audit.noSeal') },
        {
          label: t('audit.sent'),
          value: sealed?.sentAt
            ? t('audit.sentAt', { moment: moment(sealed.sentAt) })
            : sealed
              ? t('audit.notSent')
              : '–',
        },
        {
          label: t('audit.checked'),
          value: verified
            ? t(verified.findings > 0 ? 'audit.checkedWrong' : 'audit.checkedWhole', {
                n: verified.findings,
                moment: moment(verified.at),
              })
            : t('audit.neverChecked'),
        },
      ]}
    />
  );
}
