import type { Metadata } from 'next';
import { auditState } from '#drizzle/audit/audit-state.ts';
import { backlog } from '#drizzle/queries/backlog.ts';
import { Panel, TitleBlock } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Refresh } from '../../refresh.tsx';
import { Shell } from '../../shell.tsx';
import { systemNow } from '../../temporal.ts';
import { words } from '../../words.ts';
import styles from './health.module.css';
import { PartLines } from './part-lines.tsx';
import { partsOf } from './parts-of.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.health') };
}

/** Salud: whether everything that Cauce stands on answers, and what waits and since when. */
export default async function Health() {
  await requirePage('/settings/health');
  const [{ t, number, locale }, waiting, system, audit] = await Promise.all([
    words(),
    backlog(database()),
    systemNow(),
    auditState(database()),
  ]);
  const { parts, queues } = partsOf(waiting, system, audit, Date.parse(waiting.at));
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 });
  return (
    <Shell current="settings">
      <LiveWords of={['age']}>
        <PageHead
          title={t('settings.health')}
          meta={t(parts.some(({ state }) => state !== 'well') ? 'health.notWell' : 'health.well')}
        >
          <Refresh at={waiting.at} />
        </PageHead>
      </LiveWords>
      <div className={styles['columns']}>
        <Panel title={t('health.stands')} id="stands">
          <PartLines parts={parts} />
        </Panel>
        <Panel title={t('health.waits')} id="waits">
          <PartLines parts={queues} />
        </Panel>
      </div>
      <TitleBlock
        cells={[
          { label: t('health.open'), value: number(waiting.runs.open) },
          { label: t('health.paused'), value: number(waiting.runs.paused) },
          { label: t('health.outbox'), value: number(waiting.outbox) },
          { label: t('health.attention'), value: <Link href="/attention">{number(waiting.attention)}</Link> },
          { label: 'Postgres', value: `${waiting.postgres.version} · ${size.format(waiting.postgres.bytes / 1e6)}` },
          {
            label: t('health.connections'),
            value: `${number(waiting.postgres.connections)} / ${number(waiting.postgres.mostConnections)}`,
          },
          { label: t('audit.sealed'), value: audit.sealed?.day ?? t('audit.noSeal') },
        ]}
      />
    </Shell>
  );
}
