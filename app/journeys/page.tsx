import type { Metadata } from 'next';
import { type JourneyLine, journeyList } from '#drizzle/queries/journey-list.ts';
import { may } from '#engine/office/permission.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Field } from '#ui/field.tsx';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import styles from './journeys.module.css';

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.journeys') };
}

/** Recorridos: all of them, how each stands, what runs; ?q= searches. */
export default async function Journeys({ searchParams }: Props) {
  const official = await requirePage('/journeys');
  const { q } = await searchParams;
  const query = typeof q === 'string' ? q.slice(0, 100) : '';
  const units = await unitsShown(official, 'journey.read');
  const [{ t, moment, number }, journeys] = [await words(), await journeyList(database(), units, query)];
  const edits = may(official.grants, 'journey.edit', null);
  const begin = edits && (
    <Link href="/journeys/new" className={buttonClass('primary')}>
      {t('journeys.begin')}
    </Link>
  );
  return (
    <Shell current="journeys">
      <PageHead title={t('rail.journeys')}>
        <Link href="/gallery">{t('journeys.examples')}</Link>
        {begin}
      </PageHead>
      {journeys.length === 0 && query === '' ? (
        <EmptyState action={begin} example={<Link href="/gallery">{t('journeys.examples')}</Link>}>
          {t('journeys.empty')}
        </EmptyState>
      ) : (
        <>
          <search>
            <form className={styles['search']}>
              <Field label={t('journeys.search')} name="q" type="search" defaultValue={query} />
              <Button type="submit" icon="search">
                {t('journeys.find')}
              </Button>
            </form>
          </search>
          <Panel title={t(query ? 'journeys.found' : 'journeys.count', { n: journeys.length })} id="all">
            {journeys.length > 0 && (
              <Table
                caption={t('rail.journeys')}
                captionHidden
                columns={[
                  { key: 'title', title: t('journeys.title'), sortable: true },
                  { key: 'state', title: t('journeys.state'), sortable: true },
                  { key: 'unit', title: t('journeys.unit'), sortable: true },
                  { key: 'running', title: t('journeys.running'), figures: true, sortable: true },
                  { key: 'updated', title: t('journeys.updated'), sortable: true },
                ]}
                rows={journeys.map((line) => ({
                  key: line.slug,
                  cells: {
                    title: { show: <Link href={`/journeys/${line.slug}`}>{line.title}</Link>, sort: line.title },
                    state: { show: <State of={line} t={t} />, sort: line.revision ?? 0 },
                    unit: line.unit,
                    running: { show: number(line.running), sort: line.running },
                    updated: {
                      show: line.by
                        ? t('journeys.updatedBy', { moment: moment(line.updatedAt), by: line.by })
                        : moment(line.updatedAt),
                      sort: line.updatedAt,
                    },
                  },
                }))}
              />
            )}
          </Panel>
        </>
      )}
    </Shell>
  );
}

function State({
  of: { revision, ahead, waiting },
  t,
}: {
  of: JourneyLine;
  t: (key: string, values?: Record<string, number>) => string;
}) {
  return (
    <span className={styles['state']}>
      {revision === null ? (
        <Chip>{t('journeys.draft')}</Chip>
      ) : (
        <Chip look="ok">{t('run.revisionN', { n: revision })}</Chip>
      )}
      {waiting && (
        <Chip look="ochre" icon="sign">
          {t('journeys.waiting')}
        </Chip>
      )}
      {ahead && !waiting && <Chip>{t('journeys.ahead')}</Chip>}
    </span>
  );
}
