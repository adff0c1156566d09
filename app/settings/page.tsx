import type { Metadata } from 'next';
import { auditState } from '#drizzle/audit/audit-state.ts';
import { administrationNotes } from '#drizzle/queries/administration-notes.ts';
import { may, unitsWhere } from '#engine/office/permission.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { pages } from '../pages.ts';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import { PendingChanges } from './changes/pending-changes.tsx';
import { notesOf } from './notes-of.ts';
import { sheets } from './sheets.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.settings') };
}

/** Administración: what waits for a second person, and what the official may open, each with what in it asks for a look. */
export default async function Settings() {
  const official = await requirePage('/settings');
  const { grants } = official;
  const [{ t }, notes, audit] = await Promise.all([
    words(),
    administrationNotes(database(), unitsWhere(grants, 'home.see')),
    auditState(database()),
  ]);
  const open = sheets.filter(({ path }) => {
    const action = pages.find((page) => page.path === path)?.action;
    return action !== undefined && (action === 'anyone' || action === 'signed-in' || may(grants, action, null));
  });
  const noted = notesOf(notes, audit);
  return (
    <Shell current="settings">
      <PageHead title={t('rail.settings')} meta={t('settings.means')} />
      <PendingChanges official={official} />
      <Panel title={t('settings.title')} id="sheets">
        <List
          lines={open.map(({ key, path, icon }) => ({
            key,
            icon,
            title: <Link href={path}>{t(`settings.${key}`)}</Link>,
            meta: t(`settings.${key}Means`),
            end: noted[key]?.map(({ note, n }) => (
              <Chip key={note} look="ochre" icon="triangle">
                {t(`settings.note-${note}`, { n })}
              </Chip>
            )),
          }))}
        />
      </Panel>
    </Shell>
  );
}
