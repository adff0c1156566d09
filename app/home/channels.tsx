import { accountList } from '#drizzle/queries/account-list.ts';
import { AccountLines } from '../account-lines.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { isOpen } from '../may-open.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';

/** Whether messages can leave: each contract with its state. */
export async function HomeChannels({ official, first, meta }: BlockProps) {
  const [{ t }, accounts] = [await words(), await accountList(database(), await unitsShown(official, 'account.read'))];
  const ailing = accounts.filter(({ status, expired }) => status !== 'active' || expired).length;
  return (
    <HomeBlock
      id="accounts"
      title={first ? t('home.channels', { n: ailing }) : t('accounts.title')}
      first={first}
      meta={meta}
      aside={
        isOpen(official.grants, '/settings/accounts') && <Link href="/settings/accounts">{t('home.seeAccounts')}</Link>
      }
    >
      <AccountLines accounts={accounts} />
    </HomeBlock>
  );
}
