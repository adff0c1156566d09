import type { Metadata } from 'next';
import { unitNames } from '#drizzle/queries/units.ts';
import { webhookList } from '#drizzle/webhooks/webhook-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { webhookEventTypes } from '#engine/office/webhook-events.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { NewWebhook } from './new-webhook.tsx';
import { WebhookState } from './webhook-state.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.webhooks') };
}

/** Avisos a otros sistemas: who else is told what happens here, and whether it arrives. */
export default async function Webhooks() {
  const { grants } = await requirePage('/settings/webhooks');
  const mine = unitsWhere(grants, 'webhook.manage');
  const [{ t }, webhooks, names] = await Promise.all([
    words(),
    webhookList(database(), mine),
    unitNames(database(), mine),
  ]);
  return (
    <Shell current="settings">
      <PageHead title={t('settings.webhooks')} meta={t('webhooks.intro')} />
      {webhooks.length === 0 ? (
        <EmptyState drawing="bridge">{t('webhooks.none')}</EmptyState>
      ) : (
        <Panel title={t('webhooks.list')} id="webhooks">
          <List
            lines={webhooks.map((webhook) => ({
              key: webhook.id,
              icon: 'plug',
              title: <Link href={`/settings/webhooks/${webhook.id}`}>{webhook.name}</Link>,
              meta: [
                new URL(webhook.url).host,
                webhook.unit,
                t(`webhooks.hears-${webhook.hears}`),
                t('webhooks.counts', { waiting: webhook.waiting, givenUp: webhook.givenUp }),
              ].join(' · '),
              end: <WebhookState webhook={webhook} />,
            }))}
          />
        </Panel>
      )}
      <LiveWords of={['keys', 'secret', 'webhooks', 'webhookEvent']}>
        <Panel title={t('webhooks.new')} id="new">
          <NewWebhook units={[...names].map(([value, title]) => ({ value, title }))} types={webhookEventTypes} />
        </Panel>
      </LiveWords>
    </Shell>
  );
}
