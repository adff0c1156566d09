import type { Metadata } from 'next';
import { knownEvents } from '#drizzle/drafts/known-events.ts';
import { journeyList } from '#drizzle/queries/journey-list.ts';
import { purposesOf } from '#drizzle/queries/purposes-of.ts';
import { unitNames } from '#drizzle/queries/units.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { Panel } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { CopyForm } from './copy-form.tsx';
import { FileForm } from './file-form.tsx';
import styles from './new.module.css';
import { Questions } from './questions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('start.pageTitle') };
}

/** Beginning a journey: five questions and the legal frame; or from an example, a file, or a copy. */
export default async function NewJourney() {
  const { grants } = await requirePage('/journeys/new');
  const mine = unitsWhere(grants, 'journey.edit');
  const { t } = await words();
  const [units, events, purposes, journeys] = await Promise.all([
    unitNames(database(), mine),
    knownEvents(database(), mine),
    purposesOf(database(), mine),
    journeyList(database(), unitsWhere(grants, 'journey.read')),
  ]);
  const choices = [...units].map(([value, title]) => ({ value, title }));
  return (
    <Shell current="journeys">
      <PageHead title={t('start.pageTitle')} meta={t('start.means')} />
      <LiveWords of={['start', 'language', 'class', 'channel']}>
        <div className={styles['columns']}>
          <Questions
            units={choices}
            events={events}
            purposes={purposes.map(({ code, title }) => ({ value: code, title }))}
          />
          <div className={styles['others']}>
            <Panel title={t('start.fromGallery')} id="gallery">
              <p>{t('start.fromGalleryMeans')}</p>
              <Link href="/gallery">{t('journeys.examples')}</Link>
            </Panel>
            <Panel title={t('start.fromFile')} id="file">
              <FileForm units={choices} />
            </Panel>
            {journeys.length > 0 && (
              <Panel title={t('start.fromCopy')} id="copy">
                <CopyForm units={choices} journeys={journeys.map(({ slug, title }) => ({ value: slug, title }))} />
              </Panel>
            )}
          </div>
        </div>
      </LiveWords>
    </Shell>
  );
}
