import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { phrase } from '#designer/phrase.ts';
import { picture } from '#designer/picture/picture.ts';
import { sayName } from '#designer/say.ts';
import { unitNames } from '#drizzle/queries/units.ts';
import { may, unitsWhere } from '#engine/office/permission.ts';
import { galleryFolders, loadJourney } from '#gallery/load-journey.ts';
import { loadRehearsal, rehearse } from '#gallery/rehearsal.ts';
import { TitleBlock } from '#ui/panel.tsx';
import { Phone } from '#ui/phone.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Picture } from '../../picture.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import styles from '../gallery.module.css';
import { UseExample } from './use-example.tsx';

type Props = { params: Promise<{ slug: string }> };

const read = cache((slug: string) => {
  const parsed = galleryFolders().includes(slug) ? loadJourney(slug) : undefined;
  return parsed?.ok ? parsed.journey : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = read((await params).slug)?.title;
  return title === undefined ? {} : { title };
}

/** An example: la frase, its picture, what one invented person receives, and a button that makes it one's own. */
export default async function Example({ params }: Props) {
  const { grants } = await requirePage('/gallery/[slug]');
  const { slug } = await params;
  const journey = read(slug);
  if (!journey) notFound();
  const { t, moment } = await words();
  const rehearsal = loadRehearsal(slug);
  const [person] = rehearsal.people;
  const messages = person ? rehearse(journey, rehearsal, person).messages : [];
  const units = [...(await unitNames(database(), unitsWhere(grants, 'journey.edit')))];
  return (
    <Shell current="journeys">
      <PageHead title={journey.title}>
        {may(grants, 'journey.edit', null) && (
          <LiveWords of={['gallery', 'start']}>
            <UseExample example={slug} units={units.map(([value, title]) => ({ value, title }))} />
          </LiveWords>
        )}
      </PageHead>
      <TitleBlock
        cells={[
          { label: t('journeys.class'), value: t(`class.${journey.class}`) },
          {
            label: t('journeys.languages'),
            value: journey.languages.map((one) => sayName(t, 'language', one)).join(', '),
          },
          { label: t('cover.basis'), value: journey.basis?.norm ?? '' },
        ]}
      />
      <p className={styles['phrase']}>
        {phrase(t, journey)
          .map(({ text }) => text)
          .join(' ')}
      </p>
      <div className={styles['columns']}>
        <div className={styles['whole']} tabIndex={0} role="region" aria-label={t('gallery.picture')}>
          <Picture svg={picture(t, journey, { inPage: true })} />
        </div>
        {person && (
          <div className={styles['strip']}>
            <h2>{t('gallery.receives')}</h2>
            <p>{person.tells}</p>
            <Phone
              label={t('gallery.phone')}
              sender={t('gallery.sender')}
              drill={null}
              bubbles={messages.map(({ channel, text, queuedAt }, i) => ({
                key: String(i),
                from: 'us',
                text: [text?.subject, text?.body].filter(Boolean).join('\n\n'),
                time: moment(new Date(queuedAt).toISOString()),
                note: sayName(t, 'channel', channel),
              }))}
            />
          </div>
        )}
      </div>
    </Shell>
  );
}
