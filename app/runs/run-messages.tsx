'use client';

import { useTranslations } from 'use-intl/react';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { allDeliveries, type Delivery } from './delivery.ts';

const columns = ['waiting', 'handed', 'confirmed', 'unconfirmed', 'uncertain', 'failed', 'withdrawn'] as const;

/** Messages by channel in honest words: handed over is not confirmed. */
export function RunMessages({ lines }: { lines: Delivery[] }) {
  const t = useTranslations();
  const all = allDeliveries(lines);
  // Columns that say nothing but zero only make the rest harder to read.
  const shown = columns.filter((column) => all[column] > 0 || ['handed', 'confirmed', 'unconfirmed'].includes(column));
  return (
    <Panel title={t('delivery.title')} id="messages">
      {lines.length === 0 ? (
        <p>{t('delivery.none')}</p>
      ) : (
        <>
          <p>
            {t('delivery.sentence', { handed: all.handed, confirmed: all.confirmed, unconfirmed: all.unconfirmed })}
          </p>
          <Table
            caption={t('delivery.title')}
            captionHidden
            number={(n) => t('figure.n', { n })}
            columns={[
              { key: 'channel', title: t('delivery.channel'), sortable: true },
              ...shown.map((key) => ({ key, title: t(`delivery.${key}`), figures: true, sortable: true })),
            ]}
            rows={lines.map((line) => ({
              key: line.channel,
              cells: {
                ...line,
                channel: t.has(`channel.${line.channel}`) ? t(`channel.${line.channel}`) : line.channel,
              },
            }))}
          />
        </>
      )}
    </Panel>
  );
}
