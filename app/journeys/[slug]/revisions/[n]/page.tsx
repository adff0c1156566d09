import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { tellJourney } from '#designer/document/tell-journey.ts';
import { picture } from '#designer/picture/picture.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { ProblemList } from '#ui/problem-list.tsx';
import { CalmLink as Link } from '../../../../calm-link.tsx';
import { database } from '../../../../database.ts';
import { LiveWords } from '../../../../live-words.tsx';
import { requirePage } from '../../../../official.ts';
import { PageHead } from '../../../../page-head.tsx';
import { Picture } from '../../../../picture.tsx';
import { Shell } from '../../../../shell.tsx';
import { words } from '../../../../words.ts';
import { DocumentInWords } from './document-in-words.tsx';
import { Files } from './files.tsx';
import { metaOf } from './meta-of.ts';
import { readRevision } from './read-revision.ts';
import styles from './revision.module.css';

type Props = { params: Promise<{ slug: string; n: string }> };

const read = cache(async (slug: string, n: string) => {
  const { grants } = await requirePage('/journeys/[slug]/revisions/[n]');
  return readRevision(decodeURIComponent(slug), n, unitsWhere(grants, 'journey.read'));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, n } = await params;
  const found = await read(slug, n);
  return found ? { title: found.title } : {}; // a title of undefined would take away that of the house
}

/** One revision, or the draft: its picture and the whole of it in words, to read, print and take along. */
export default async function Revision({ params }: Props) {
  const { slug, n } = await params;
  const found = await read(slug, n);
  if (!found) notFound();
  const { t, moment } = await words();
  const meta = metaOf(t, found, moment(found.at));
  const journey = found.parsed.ok ? found.parsed.journey : undefined;
  const say = sayingAttributes(t, await catalogueOf(database(), found.unitId));
  return (
    <Shell current="journeys">
      <PageHead title={found.title} meta={meta}>
        <Link href={`/journeys/${found.slug}/revisions`}>{t('revisions.all')}</Link>
      </PageHead>
      {journey ? (
        <>
          <LiveWords of={['revisions']}>
            <Files at={`/journeys/${found.slug}/revisions/${n}/files`} />
          </LiveWords>
          <div className={styles['picture']} tabIndex={0} role="region" aria-label={t('gallery.picture')}>
            <Picture svg={picture(t, journey, { inPage: true })} />
          </div>
          <DocumentInWords told={tellJourney(say, journey)} t={t} />
        </>
      ) : (
        <ProblemList
          words={{ error: t('problem.error'), warning: t('problem.warning') }}
          problems={(found.parsed.ok ? [] : found.parsed.problems).map((one) => ({
            severity: one.severity,
            sentence: sayProblem(t, one),
          }))}
        />
      )}
    </Shell>
  );
}
