import type { Metadata } from 'next';
import Link from 'next/link';
import { journeyList } from '#drizzle/queries/journey-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { database } from '../database.ts';
import { requirePage } from '../official.ts';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.journeys') };
}

/** Recorridos: all of them, with what is published and what runs. */
export default async function Journeys() {
  const { grants } = await requirePage('/journeys');
  const units = unitsWhere(grants, 'journey.read');
  const [{ t, moment, number }, journeys] = [await words(), await journeyList(database(), units)];
  return (
    <Shell current="journeys">
      <h1>{t('rail.journeys')}</h1>
      {journeys.length === 0 ? (
        <EmptyState>{t('journeys.empty')}</EmptyState>
      ) : (
        <Panel title={t('journeys.count', { n: journeys.length })} id="all">
          <Table
            caption={t('rail.journeys')}
            captionHidden
            columns={[
              { key: 'title', title: t('journeys.title'), sortable: true },
              { key: 'revision', title: t('run.revision'), sortable: true },
              { key: 'running', title: t('journeys.running'), figures: true, sortable: true },
              { key: 'updated', title: t('journeys.updated'), sortable: true },
            ]}
            rows={journeys.map(({ slug, title, revision, running, updatedAt }) => ({
              key: slug,
              cells: {
                title: { show: <Link href={`/journeys/${slug}`}>{title}</Link>, sort: title },
                revision: revision === null ? t('journeys.draft') : t('run.revisionN', { n: revision }),
                running: { show: number(running), sort: running },
                updated: { show: moment(updatedAt), sort: updatedAt },
              },
            }))}
          />
        </Panel>
      )}
    </Shell>
  );
}
