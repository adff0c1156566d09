import type { WebhookLine } from '#drizzle/webhooks/webhook-list.ts';
import { Chip } from '#ui/chip.tsx';
import { words } from '../../words.ts';

/** How a webhook is, in a word: well, failing, or off and why. */
export async function WebhookState({ webhook: { status, disabledWhy, failingSince } }: { webhook: WebhookLine }) {
  const { t, moment } = await words();
  if (status === 'disabled')
    return (
      <Chip look="inverse" icon="octagon">
        {t(`webhooks.off-${disabledWhy ?? 'official'}`)}
      </Chip>
    );
  if (failingSince)
    return (
      <Chip look="ochre" icon="triangle">
        {t('webhooks.failing', { moment: moment(failingSince) })}
      </Chip>
    );
  return (
    <Chip look="ok" icon="check">
      {t('webhooks.active')}
    </Chip>
  );
}
