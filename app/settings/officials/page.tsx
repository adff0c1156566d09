import type { Metadata } from 'next';
import { officialList } from '#drizzle/queries/official-list.ts';
import { unitNames } from '#drizzle/queries/units.ts';
import { roles, unitsWhere } from '#engine/office/permission.ts';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { PendingChanges } from '../changes/pending-changes.tsx';
import { InviteForm } from './invite-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.officials') };
}

/** Personas que trabajan aquí: who has which role in the official's units, and bringing somebody in. */
export default async function Officials() {
  const official = await requirePage('/settings/officials');
  const officials = await officialList(database(), unitsWhere(official.grants, 'official.read'));
  const manages = unitsWhere(official.grants, 'official.manage');
  const [{ t, moment }, names] = [await words(), await unitNames(database(), manages)];
  return (
    <Shell current="settings">
      <h1>{t('settings.officials')}</h1>
      <PendingChanges official={official} />
      <Panel id="all" title={t('official.count', { n: officials.length })}>
        <Table
          caption={t('settings.officials')}
          captionHidden
          columns={[
            { key: 'name', title: t('official.name'), sortable: true },
            { key: 'roles', title: t('official.roles') },
            { key: 'second', title: t('official.secondFactor') },
            { key: 'active', title: t('official.active'), sortable: true },
          ]}
          rows={officials.map(({ id, name, email, status, roles: held, secondFactor, passkeys, activeAt }) => ({
            key: id,
            cells: {
              name: {
                show: (
                  <>
                    <Link href={`/settings/officials/${id}`}>{name}</Link>
                    <br />
                    <small>
                      {email}
                      {status === 'blocked' && ` · ${t('official.blocked')}`}
                    </small>
                  </>
                ),
                sort: name,
              },
              roles: held.map(({ role, unit }) => t('me.grant', { role: t(`role.${role}`), unit })).join(' · '),
              second: t(passkeys > 0 ? 'official.withKey' : secondFactor ? 'official.withApp' : 'official.withNone'),
              active: { show: activeAt ? moment(activeAt) : '—', sort: activeAt ?? '' },
            },
          }))}
        />
      </Panel>
      {manages.length > 0 && (
        <Panel id="invite" title={t('official.invite')}>
          <LiveWords of={['official', 'change', 'form', 'role', 'signIn']}>
            <InviteForm
              units={manages.map((id) => ({ value: id, title: names.get(id) ?? id }))}
              roles={roles.map((role) => ({ value: role, title: t(`role.${role}`), means: t(`roleMeans.${role}`) }))}
            />
          </LiveWords>
        </Panel>
      )}
    </Shell>
  );
}
