import type { Metadata } from 'next';
import Link from 'next/link';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { mayOpen } from '../may-open.ts';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { pages } from '../pages.ts';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import { PendingChanges } from './changes/pending-changes.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.settings') };
}

/** The entrance to administration: every page of its part of the map that the official may open, and what it is for. */
export default async function Settings() {
  const official = await requirePage('/settings');
  const { t } = await words();
  const rooms = pages.filter(
    (page) =>
      page.rail === 'settings' &&
      page.path !== '/settings' &&
      !page.path.includes('[') &&
      mayOpen(official.grants, page),
  );
  return (
    <Shell current="settings">
      <PageHead title={t('rail.settings')} meta={t('settings.means')} />
      <PendingChanges official={official} />
      <Panel title={t('settings.rooms', { n: rooms.length })} id="rooms">
        {rooms.length === 0 ? (
          <p>{t('settings.none')}</p>
        ) : (
          <List
            lines={rooms.map(({ path, title }) => {
              const means = `settings.${path.split('/').at(-1)}Mean`;
              return {
                key: path,
                icon: 'settings',
                title: <Link href={path}>{t(title)}</Link>,
                meta: t.has(means) ? t(means) : undefined,
              };
            })}
          />
        )}
      </Panel>
    </Shell>
  );
}
