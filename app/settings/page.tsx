import type { Metadata } from 'next';
import Link from 'next/link';
import { may } from '#engine/office/permission.ts';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { requirePage } from '../official.ts';
import { pages } from '../pages.ts';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import { sheets } from './sheets.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.settings') };
}

/** Administración: what the official may open of it, each with what it is for. */
export default async function Settings() {
  const [{ grants }, { t }] = [await requirePage('/settings'), await words()];
  const open = sheets.filter(({ path }) => {
    const action = pages.find((page) => page.path === path)?.action;
    return action !== undefined && (action === 'anyone' || action === 'signed-in' || may(grants, action, null));
  });
  return (
    <Shell current="settings">
      <h1>{t('rail.settings')}</h1>
      <Panel title={t('settings.title')} id="sheets">
        <List
          lines={open.map(({ key, path, icon }) => ({
            key,
            icon,
            title: <Link href={path}>{t(`settings.${key}`)}</Link>,
            meta: t(`settings.${key}Means`),
          }))}
        />
      </Panel>
    </Shell>
  );
}
