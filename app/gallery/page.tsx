import type { Metadata } from 'next';
import { phrase } from '#designer/phrase.ts';
import { picture } from '#designer/picture/picture.ts';
import { galleryFolders, loadJourney } from '#gallery/load-journey.ts';
import { CalmLink as Link } from '../calm-link.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Picture } from '../picture.tsx';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import styles from './gallery.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('gallery.title') };
}

/** The gallery: journeys that are complete, each with its picture and la frase. */
export default async function Gallery() {
  await requirePage('/gallery');
  const { t } = await words();
  const examples = galleryFolders().flatMap((folder) => {
    const read = loadJourney(folder);
    return read.ok ? [{ folder, journey: read.journey }] : [];
  });
  return (
    <Shell current="journeys">
      <PageHead title={t('gallery.title')} meta={t('gallery.means')} />
      <ul className={styles['examples']}>
        {examples.map(({ folder, journey }) => (
          <li key={folder} className={styles['example']}>
            <h2>
              <Link href={`/gallery/${folder}`}>{journey.title}</Link>
            </h2>
            <div className={styles['plate']} aria-hidden>
              <Picture svg={picture(t, journey, { inPage: true })} />
            </div>
            <p>
              {phrase(t, journey)
                .slice(0, 3)
                .map(({ text }) => text)
                .join(' ')}
            </p>
            <p className={styles['meta']}>
              {t(`class.${journey.class}`)} · {t('outline.steps', { n: journey.nodes.length })}
            </p>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
