import { accountList } from '#drizzle/queries/account-list.ts';
import { Panel } from '#ui/panel.tsx';
import { AccountLines } from '../account-lines.tsx';
import { database } from '../database.ts';
import type { Official } from '../official.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';

/** Whether messages can leave: each contract with its state. */
export async function HomeChannels({ official }: { official: Official }) {
  const [{ t }, accounts] = [await words(), await accountList(database(), await unitsShown(official, 'account.read'))];
  return (
    <Panel title={t('accounts.title')} id="accounts">
      <AccountLines accounts={accounts} />
    </Panel>
  );
}
