import type { Metadata } from 'next';
import { keyList } from '#drizzle/keys/key-list.ts';
import { teamAddresses } from '#drizzle/keys/team-addresses.ts';
import { keyModes, scopes } from '#drizzle/queries/api-keys.ts';
import { unitNames } from '#drizzle/queries/units.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { PendingChanges } from '../changes/pending-changes.tsx';
import { KeyLines } from './key-lines.tsx';
import { NewKey } from './new-key.tsx';
import { Team } from './team.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.keys') };
}

/** Claves: what programs come in with, and the team's own addresses for those who try things out for real. */
export default async function Keys() {
  const official = await requirePage('/settings/keys');
  const mine = unitsWhere(official.grants, 'key.manage');
  const [{ t }, keys, addresses, names] = await Promise.all([
    words(),
    keyList(database(), mine),
    teamAddresses(database(), mine),
    unitNames(database(), mine),
  ]);
  const units = [...names].map(([value, title]) => ({ value, title }));
  return (
    <Shell current="settings">
      <h1>{t('settings.keys')}</h1>
      <p>{t('keys.intro')}</p>
      <PendingChanges official={official} />
      <LiveWords of={['keys', 'secret', 'team']}>
        {keys.length === 0 ? <EmptyState drawing="bridge">{t('keys.none')}</EmptyState> : <KeyLines keys={keys} />}
        <Panel title={t('keys.new')} id="new">
          <NewKey units={units} scopes={scopes} modes={keyModes} />
        </Panel>
        <Panel title={t('team.title')} id="team">
          <p>{t('team.means')}</p>
          <Team addresses={addresses} units={units} />
        </Panel>
      </LiveWords>
    </Shell>
  );
}
