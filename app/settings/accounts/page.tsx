import type { Metadata } from 'next';
import { channelIcons } from '#designer/face-of.ts';
import { sayName } from '#designer/say.ts';
import { accountContracts } from '#drizzle/queries/account-contracts.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon } from '#ui/icon.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { PendingChanges } from '../changes/pending-changes.tsx';
import { AccountForm } from './account-form.tsx';
import styles from './accounts.module.css';
import { Contract } from './contract.tsx';
import { Shares } from './shares.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.accounts') };
}

/** Contratos de canal: what was agreed with whom until when, and how each does now, channel by channel; terms change with two people. */
export default async function Accounts() {
  const official = await requirePage('/settings/accounts');
  const read = unitsWhere(official.grants, 'account.read');
  const managed = unitsWhere(official.grants, 'account.manage');
  const [{ t }, contracts] = [await words(), await accountContracts(database(), read)];
  const of = (channel: string) => contracts.filter((contract) => contract.channel === channel);
  const channels = [...new Set(contracts.map(({ channel }) => channel))];
  return (
    <Shell current="settings">
      <h1>{t('settings.accounts')}</h1>
      <p>{t('contracts.intro')}</p>
      <PendingChanges official={official} />
      {channels.length === 0 && <EmptyState drawing="bridge">{t('accounts.none')}</EmptyState>}
      {channels.map((channel) => (
        <section key={channel} aria-labelledby={`channel-${channel}`}>
          <h2 id={`channel-${channel}`} className={styles['channel']}>
            <Icon name={channelIcons[channel] ?? 'contract'} />
            {sayName(t, 'channel', channel)}
          </h2>
          <Shares contracts={of(channel)} label={t('contracts.shares')} />
          <ul className={styles['contracts']}>
            {of(channel).map((contract) => (
              <Contract key={contract.id} contract={contract}>
                {managed.includes(contract.unitId) && (
                  <Disclosure title={t('accounts.edit', { name: contract.name })}>
                    <LiveWords of={['accounts', 'change', 'form']}>
                      <AccountForm unitId={contract.unitId} account={contract} />
                    </LiveWords>
                  </Disclosure>
                )}
              </Contract>
            ))}
          </ul>
        </section>
      ))}
    </Shell>
  );
}
