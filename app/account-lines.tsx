import { channelIcons } from '#designer/face-of.ts';
import { sayName } from '#designer/say.ts';
import type { AccountLine } from '#drizzle/queries/account-list.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { words } from './words.ts';

/** Each channel contract with its state in a word and an icon, its rate and its share of the traffic. */
export async function AccountLines({ accounts }: { accounts: AccountLine[] }) {
  const { t } = await words();
  if (accounts.length === 0) return <p>{t('accounts.none')}</p>;
  return (
    <List
      lines={accounts.map((account) => {
        const state = account.expired ? 'expired' : account.status;
        return {
          key: account.slug,
          icon: channelIcons[account.channel] ?? 'contract',
          title: account.name,
          meta: [
            sayName(t, 'channel', account.channel),
            account.mode === 'sandbox' ? t('accounts.sandbox') : t('accounts.real'),
            account.rate === null ? t('accounts.unmetered') : t('accounts.rate', { n: account.rate }),
            t('accounts.weight', { n: account.weight }),
          ].join(' · '),
          end: (
            <Chip look={looks[state].look} icon={looks[state].icon}>
              {t(`accounts.${state}`)}
            </Chip>
          ),
        };
      })}
    />
  );
}

const looks = {
  active: { look: 'ok', icon: 'check' },
  paused: { look: 'ochre', icon: 'pause' },
  expired: { look: 'ochre', icon: 'triangle' },
  down: { look: 'inverse', icon: 'octagon' },
} as const;
