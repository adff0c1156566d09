import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { revisionDocument } from '#drizzle/queries/revision-document.ts';
import { revisionList } from '#drizzle/queries/revision-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import { CalmLink as Link } from '../../../calm-link.tsx';
import { database } from '../../../database.ts';
import { requirePage } from '../../../official.ts';
import { PageHead } from '../../../page-head.tsx';
import { Shell } from '../../../shell.tsx';
import { words } from '../../../words.ts';

type Props = { params: Promise<{ slug: string }> };

const read = cache(async (slug: string) => {
  const { grants } = await requirePage('/journeys/[slug]/revisions');
  const units = unitsWhere(grants, 'journey.read');
  return revisionDocument(database(), { slug: decodeURIComponent(slug), units, n: 'draft' });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, journey] = [await words(), await read((await params).slug)];
  return journey ? { title: t('revisions.titleOf', { title: journey.title }) } : {};
}

/** The published revisions of a journey; none of them is ever edited. */
export default async function Revisions({ params }: Props) {
  const journey = await read((await params).slug);
  if (!journey) notFound();
  const [{ t, moment, number }, revisions] = [await words(), await revisionList(database(), journey.journeyId)];
  const at = `/journeys/${journey.slug}/revisions`;
  return (
    <Shell current="journeys">
      <PageHead
        title={t('revisions.titleOf', { title: journey.title })}
        meta={<Link href={`/journeys/${journey.slug}`}>{t('revisions.toCover')}</Link>}
      >
        <Link href={`${at}/draft`}>{t('revisions.seeDraft')}</Link>
      </PageHead>
      {revisions.length === 0 ? (
        <EmptyState drawing="seal">{t('revisions.none')}</EmptyState>
      ) : (
        <Table
          caption={t('revisions.titleOf', { title: journey.title })}
          captionHidden
          columns={[
            { key: 'n', title: t('run.revision'), sortable: true },
            { key: 'title', title: t('journeys.title') },
            { key: 'at', title: t('revisions.published'), sortable: true },
            { key: 'runs', title: t('revisions.runs'), figures: true, sortable: true },
            { key: 'hash', title: t('journeys.print') },
          ]}
          rows={revisions.map(({ n, title, createdAt, runs, hash }) => ({
            key: String(n),
            cells: {
              n: { show: <Link href={`${at}/${n}`}>{t('run.revisionN', { n })}</Link>, sort: n },
              title,
              at: { show: moment(createdAt), sort: createdAt },
              runs: { show: number(runs), sort: runs },
              hash: { show: <code>{hash.slice(0, 12)}</code>, sort: hash },
            },
          }))}
        />
      )}
    </Shell>
  );
}
