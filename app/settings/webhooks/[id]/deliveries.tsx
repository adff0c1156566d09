'use client';

import { useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import type { DeliveryLine } from '#drizzle/webhooks/webhook-list.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Table } from '#ui/table.tsx';
import { replay } from '../acts.ts';

/** What was told or is to be told, the newest first: what the receiver answered, and when it is tried again. */
export function Deliveries({ webhookId, on, lines }: { webhookId: string; on: boolean; lines: DeliveryLine[] }) {
  const t = useTranslations();
  const announce = useAnnounce();
  const [busy, start] = useTransition();
  const again = (eventId: string) =>
    start(async () => {
      const told = await replay(webhookId, eventId).catch(() => ({ wrong: [''] }));
      announce(t('wrong' in told ? 'webhooks.failed' : 'webhooks.done-replay'));
    });
  return (
    <Table
      caption={t('webhooks.deliveries')}
      captionHidden
      empty={t('webhooks.noDeliveries')}
      columns={[
        { key: 'what', title: t('webhooks.column-what') },
        { key: 'at', title: t('webhooks.column-at') },
        { key: 'state', title: t('webhooks.column-state') },
        { key: 'tries', title: t('webhooks.column-tries'), figures: true },
        { key: 'answer', title: t('webhooks.column-answer') },
        { key: 'again', title: t('webhooks.column-again') },
      ]}
      rows={lines.map((line) => ({
        key: line.eventId,
        cells: {
          what: { show: t(`webhookEvent.${line.type}`), sort: line.type },
          at: line.at,
          state: { show: <State line={line} />, sort: line.status },
          tries: line.attempts,
          answer: line.problem ? sayProblem(t, line.problem) : (line.answered ?? '–'),
          again: {
            show: on ? (
              <Button disabled={busy} onClick={() => again(line.eventId)}>
                {t('webhooks.replay')}
              </Button>
            ) : (
              '–'
            ),
            sort: '',
          },
        },
      }))}
    />
  );
}

function State({ line: { status, nextAt, triedAt } }: { line: DeliveryLine }) {
  const t = useTranslations();
  if (status === 'delivered')
    return (
      <Chip look="ok" icon="check">
        {t('webhooks.state-delivered', { moment: triedAt ?? '' })}
      </Chip>
    );
  if (status === 'given-up')
    return (
      <Chip look="inverse" icon="octagon">
        {t('webhooks.state-given-up')}
      </Chip>
    );
  return <Chip icon="clock">{t('webhooks.state-queued', { moment: nextAt ?? '' })}</Chip>;
}

function sayProblem(t: ReturnType<typeof useTranslations>, problem: string): string {
  const status = /^http-(\d+)$/.exec(problem)?.[1];
  return status ? t('webhooks.problem-http', { status }) : t(`webhooks.problem-${problem}`);
}
