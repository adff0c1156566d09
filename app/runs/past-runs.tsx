import type { RunLine } from '#drizzle/queries/run-list.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { words } from '../words.ts';
import styles from './runs.module.css';

/** The archive: what is over, the newest first, with how many people it reached the end with. */
export async function PastRuns({ runs }: { runs: RunLine[] }) {
  const { t, moment, number } = await words();
  if (runs.length === 0) return <EmptyState drawing="gauge">{t('runs.empty-past')}</EmptyState>;
  return (
    <div className={styles['past']}>
      <Table
        caption={t('runs.past')}
        captionHidden
        columns={[
          { key: 'title', title: t('journeys.title'), sortable: true },
          { key: 'mode', title: t('runs.column-mode'), sortable: true },
          { key: 'status', title: t('runs.column-status'), sortable: true },
          { key: 'people', title: t('runs.column-people'), figures: true, sortable: true },
          { key: 'handed', title: t('run.figure-handed'), figures: true, sortable: true },
          { key: 'ended', title: t('runs.column-ended'), sortable: true },
        ]}
        rows={runs.map((run) => ({
          key: run.id,
          cells: {
            title: { show: <Link href={`/runs/${run.id}`}>{run.journey.title}</Link>, sort: run.journey.title },
            mode: t(run.mode === 'drill' ? 'runs.mode-drill' : 'runs.mode-live'),
            status: t(`runStatus.${run.status}`),
            people: { show: number(run.enrolled), sort: run.enrolled },
            handed: { show: number(run.handed), sort: run.handed },
            ended: {
              show: run.finishedAt ? moment(run.finishedAt) : '—',
              sort: run.finishedAt ?? '',
            },
          },
        }))}
      />
    </div>
  );
}
