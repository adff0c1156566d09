import { channelIcons } from '#designer/face-of.ts';
import { sayName } from '#designer/say.ts';
import type { AccountLine } from '#drizzle/queries/account-list.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './account-lines.module.css';
import { words } from './words.ts';

/** Each channel contract with its state in a word and an icon, its rate and its share of the traffic. */
export async function AccountLines({ accounts }: { accounts: AccountLine[] }) {
  const { t } = await words();
  if (accounts.length === 0) return <p>{t('accounts.none')}</p>;
  return (
    <ul className={styles['lines']}>
      {accounts.map((account) => {
        const state = account.expired ? 'expired' : account.status;
        return (
          <li key={account.slug} className={styles[state]}>
            <Icon name={channelIcons[account.channel] ?? 'contract'} />
            <span className={styles['name']}>
              {account.name}
              <span className={styles['meta']}>
                {[
                  sayName(t, 'channel', account.channel),
                  account.mode === 'sandbox' ? t('accounts.sandbox') : t('accounts.real'),
                  account.rate === null ? t('accounts.unmetered') : t('accounts.rate', { n: account.rate }),
                  t('accounts.weight', { n: account.weight }),
                ].join(' · ')}
              </span>
            </span>
            <span className={styles['state']}>
              <Icon name={icons[state]} size={16} />
              {t(`accounts.${state}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const icons = { active: 'check', paused: 'pause', down: 'octagon', expired: 'triangle' } as const;
