import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { deliveryList, webhookList } from '#drizzle/webhooks/webhook-list.ts';
import { isId } from '#engine/is-id.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { webhookEventTypes } from '#engine/office/webhook-events.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Panel, TitleBlock } from '#ui/panel.tsx';
import { ViewSwitch } from '#ui/view-switch.tsx';
import { CalmLink as Link } from '../../../calm-link.tsx';
import { database } from '../../../database.ts';
import { LiveWords } from '../../../live-words.tsx';
import { requirePage } from '../../../official.ts';
import { PageHead } from '../../../page-head.tsx';
import { Shell } from '../../../shell.tsx';
import { words } from '../../../words.ts';
import { WebhookState } from '../webhook-state.tsx';
import { ChangeWebhook } from './change-webhook.tsx';
import { Deliveries } from './deliveries.tsx';
import { WebhookActs } from './webhook-acts.tsx';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.webhooks') };
}

const views = ['all', 'queued', 'given-up', 'delivered'] as const;

/** One webhook: whether what happens here arrives there, delivery by delivery. */
export default async function Webhook({ params, searchParams }: Props) {
  const { grants } = await requirePage('/settings/webhooks/[id]');
  const [{ id }, { show }] = [await params, await searchParams];
  const mine = unitsWhere(grants, 'webhook.manage');
  const [webhook] = isId(id) ? await webhookList(database(), mine, id) : [];
  if (!webhook) notFound();
  const view = views.find((one) => one === show) ?? 'all';
  const [{ t, moment }, deliveries] = [
    await words(),
    await deliveryList(database(), webhook.id, view === 'all' ? null : view),
  ];
  const address = `/settings/webhooks/${webhook.id}`;
  return (
    <Shell current="settings">
      <PageHead title={webhook.name}>
        <WebhookState webhook={webhook} />
      </PageHead>
      <TitleBlock
        cells={[
          { label: t('webhooks.url'), value: webhook.url },
          { label: t('webhooks.hears'), value: t(`webhooks.hears-${webhook.hears}`) },
          { label: t('webhooks.secret'), value: `…${webhook.secretEnd}` },
          {
            label: t('webhooks.lastTaken'),
            value: webhook.lastTakenAt ? moment(webhook.lastTakenAt) : t('webhooks.never'),
          },
        ]}
      />
      <LiveWords of={['keys', 'secret', 'webhooks', 'webhookEvent']}>
        <WebhookActs
          id={webhook.id}
          name={webhook.name}
          on={webhook.status === 'active'}
          hasOld={webhook.oldSecretEndsAt !== null}
          givenUp={webhook.givenUp}
        />
        <Panel
          title={t('webhooks.deliveries')}
          id="deliveries"
          aside={
            <ViewSwitch
              label={t('webhooks.show')}
              Link={Link}
              views={views.map((one) => ({
                key: one,
                title: t(`webhooks.show-${one}`),
                href: one === 'all' ? address : `${address}?show=${one}`,
                current: one === view,
              }))}
            />
          }
        >
          <Deliveries
            webhookId={webhook.id}
            on={webhook.status === 'active'}
            lines={deliveries.map((line) => ({
              ...line,
              at: moment(line.at),
              triedAt: line.triedAt && moment(line.triedAt),
              nextAt: line.nextAt && moment(line.nextAt),
            }))}
          />
        </Panel>
        <Disclosure title={t('webhooks.change')}>
          <ChangeWebhook id={webhook.id} values={webhook} types={webhookEventTypes} />
        </Disclosure>
      </LiveWords>
    </Shell>
  );
}
