import type { Metadata } from 'next';
import Link from 'next/link';
import { may } from '#engine/office/permission.ts';
import { requirePage } from '../official.ts';
import { pages } from '../pages.ts';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import { PendingChanges } from './changes/pending-changes.tsx';
import styles from './settings.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.settings') };
}

/** Administración: what waits for a second person, and the sections that this official may open. */
export default async function Settings() {
  const official = await requirePage('/settings');
  const { t } = await words();
  const sections = pages.filter(
    ({ path, action }) =>
      /^\/settings\/[^[/]+$/.test(path) &&
      action !== 'anyone' &&
      (action === 'signed-in' || may(official.grants, action, null)),
  );
  return (
    <Shell current="settings">
      <h1>{t('rail.settings')}</h1>
      <PendingChanges official={official} />
      <ul className={styles['sections']}>
        {sections.map(({ path }) => (
          <li key={path}>
            <Link href={path}>
              <strong>{t(`settings.${path.slice('/settings/'.length)}`)}</strong>
              <span>{t(`settings.${path.slice('/settings/'.length)}Mean`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
