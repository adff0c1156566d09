import type { TeamAddress } from '#drizzle/keys/team-addresses.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Icon } from '#ui/icon.tsx';
import { List } from '#ui/list.tsx';
import { words } from '../../words.ts';
import { ConfirmAddress } from './confirm-address.tsx';
import { NewAddress } from './new-address.tsx';
import { removeAddress } from './team-acts.ts';

/** The addresses that team keys may write to, and how each stands. */
export async function Team({
  addresses,
  units,
}: {
  addresses: TeamAddress[];
  units: { value: string; title: string }[];
}) {
  const { t } = await words();
  return (
    <>
      {addresses.length > 0 && (
        <List
          label={t('team.title')}
          lines={addresses.map(({ id, unitId, unit, address, channel, state }) => ({
            key: id,
            icon: channel === 'sms' ? 'phone' : 'envelope',
            title: address,
            meta: unit,
            end: (
              <>
                {state === 'confirmed' ? (
                  <Chip look="ok" icon="check">
                    {t('team.confirmed')}
                  </Chip>
                ) : (
                  <ConfirmAddress id={id} unitId={unitId} sent={state === 'sent'} />
                )}
                <form action={removeAddress}>
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="unitId" value={unitId} />
                  <Button type="submit" look="quiet" aria-label={t('team.removeThis', { address })}>
                    <Icon name="close" />
                    {t('team.remove')}
                  </Button>
                </form>
              </>
            ),
          }))}
        />
      )}
      <NewAddress units={units} />
    </>
  );
}
