import type { Metadata } from 'next';
import { type AccountLine, accountList } from '#drizzle/queries/account-list.ts';
import { unitNames } from '#drizzle/queries/units.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Panel } from '#ui/panel.tsx';
import { AccountLines } from '../../account-lines.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { PendingChanges } from '../changes/pending-changes.tsx';
import { AccountForm } from './account-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.accounts') };
}

/** Contratos de canal, by unit; their terms change with two people. */
export default async function Accounts() {
  const official = await requirePage('/settings/accounts');
  const units = unitsWhere(official.grants, 'account.read');
  const [{ t }, names] = [await words(), await unitNames(database(), units)];
  const manages = unitsWhere(official.grants, 'account.manage');
  const lists = await Promise.all(
    units.map(async (id) => ({ id, accounts: await accountList(database(), [id]), mine: manages.includes(id) })),
  );
  return (
    <Shell current="settings">
      <h1>{t('settings.accounts')}</h1>
      <PendingChanges official={official} />
      <LiveWords of={['accounts', 'change', 'form']}>
        {lists.map(({ id, accounts, mine }) => (
          <Panel key={id} id={id} title={names.get(id) ?? ''}>
            <AccountLines accounts={accounts} />
            {mine &&
              accounts.map((account: AccountLine) => (
                <Disclosure key={account.slug} title={t('accounts.edit', { name: account.name })}>
                  <AccountForm unitId={id} account={account} />
                </Disclosure>
              ))}
          </Panel>
        ))}
      </LiveWords>
    </Shell>
  );
}
