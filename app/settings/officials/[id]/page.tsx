import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { officialList } from '#drizzle/queries/official-list.ts';
import { isId } from '#engine/is-id.ts';
import { roles, unitsWhere } from '#engine/office/permission.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { database } from '../../../database.ts';
import { LiveWords } from '../../../live-words.tsx';
import { requirePage } from '../../../official.ts';
import { Shell } from '../../../shell.tsx';
import { words } from '../../../words.ts';
import { PendingChanges } from '../../changes/pending-changes.tsx';
import { block } from '../acts.ts';
import { OfficialChange } from './official-change.tsx';

type Props = { params: Promise<{ id: string }> };

/** The official of the address, when they work in a unit of whoever looks. */
const read = cache(async (id: string) => {
  const official = await requirePage('/settings/officials/[id]');
  const units = unitsWhere(official.grants, 'official.read');
  const [about] = isId(id) ? await officialList(database(), units, id) : [];
  return about && { official, about, manages: unitsWhere(official.grants, 'official.manage') };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = (await read((await params).id))?.about.name;
  return title === undefined ? {} : { title };
}

/** One official: their roles in the units of whoever looks, and what can be asked for or done at once. */
export default async function OneOfficial({ params }: Props) {
  const [{ t, moment }, found] = [await words(), await read((await params).id)];
  if (!found) notFound();
  const { official, about, manages } = found;
  const managed = about.roles.filter(({ unitId }) => manages.includes(unitId));
  const units = [...new Map(managed.map(({ unitId, unit }) => [unitId, unit]))].map(([value, title]) => ({
    value,
    title,
  }));
  const blocked = about.status === 'blocked';
  return (
    <Shell current="settings">
      <h1>{about.name}</h1>
      <p>
        {about.email}
        {about.activeAt && ` · ${t('official.lastActive', { moment: moment(about.activeAt) })}`}
        {blocked && ` · ${t('official.blocked')}`}
      </p>
      <PendingChanges official={official} />
      <Panel id="roles" title={t('official.roles')}>
        <List
          lines={about.roles.map(({ unitId, unit, role, source }) => ({
            key: `${unitId} ${role}`,
            icon: 'shield',
            title: t('me.grant', { role: t(`role.${role}`), unit }),
            meta: source === 'oidc' ? t('official.byProvider') : undefined,
          }))}
        />
      </Panel>
      {units.length > 0 && (
        <LiveWords of={['official', 'change', 'form', 'role']}>
          <Panel id="change" title={t('official.change')}>
            <OfficialChange
              id={about.id}
              units={units}
              roles={roles.map((role) => ({ value: role, title: t(`role.${role}`) }))}
              kinds={
                blocked
                  ? ['official.unblock', 'official.revoke']
                  : ['official.grant', 'official.revoke', 'official.readmit']
              }
            />
          </Panel>
          {!blocked && about.id !== official.id && (
            <Panel id="block" title={t('official.block')}>
              <p>{t('official.blockMeans')}</p>
              <form action={block}>
                <input type="hidden" name="official" value={about.id} />
                <Button type="submit" look="brake" icon="lock">
                  {t('official.blockNow')}
                </Button>
              </form>
            </Panel>
          )}
        </LiveWords>
      )}
    </Shell>
  );
}
