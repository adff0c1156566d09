import type { Metadata } from 'next';
import { auditActors, auditLines } from '#drizzle/audit/audit-lines.ts';
import { auditState, sealsBetween } from '#drizzle/audit/audit-state.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon } from '#ui/icon.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import styles from './audit.module.css';
import { auditAddress, readAuditFilter } from './audit-filter.ts';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { AuditList } from './audit-list.tsx';
import { AuditStanding } from './audit-standing.tsx';
import { VerifyNow } from './verify-now.tsx';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const shown = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('audit.title') };
}

/** Registro de actuaciones: who did what, and whether anybody touched what is written here. */
export default async function Audit({ searchParams }: Props) {
  const { grants } = await requirePage('/audit');
  const units = unitsWhere(grants, 'audit.read');
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const { before, ...filter } = readAuditFilter(new URLSearchParams(asked));
  const [{ t }, lines, actors, state] = await Promise.all([
    words(),
    auditLines(database(), units, filter, { before, limit: shown + 1 }),
    auditActors(database(), units),
    auditState(database()),
  ]);
  const page = lines.slice(0, shown);
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const days = page.map(({ day }) => day);
  const seals = filtered || page.length === 0 ? new Map() : await sealsBetween(database(), days.at(-1)!, days[0]!);
  return (
    <Shell current="settings">
      <PageHead title={t('audit.title')} meta={t('audit.means')} />
      <AuditStanding state={state} />
      <LiveWords of={['audit', 'auditFinding']}>
        <VerifyNow />
      </LiveWords>
      <AuditFilterForm filter={filter} actors={actors} />
      {page.length === 0 ? (
        <EmptyState drawing="gauge">{t('audit.none')}</EmptyState>
      ) : (
        <section aria-label={t('audit.list')}>
          {before !== undefined && (
            <Link href={auditAddress('/audit', filter)} className={buttonClass('quiet')}>
              {t('audit.newest')}
            </Link>
          )}
          <AuditList lines={page} seals={seals} />
        </section>
      )}
      <div className={styles['foot']}>
        {lines.length > shown && (
          <Link href={auditAddress('/audit', { ...filter, before: page.at(-1)?.seq })} className={buttonClass('plain')}>
            {t('audit.older')}
          </Link>
        )}
        {(['csv', 'jsonl'] as const).map((format) => (
          <a
            key={format}
            href={auditAddress('/audit/export', { ...filter, format })}
            className={buttonClass('quiet')}
            download
          >
            <Icon name="download" />
            {t(`audit.${format}`)}
          </a>
        ))}
      </div>
    </Shell>
  );
}
