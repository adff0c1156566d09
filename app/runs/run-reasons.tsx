'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl/react';
import { sayReason } from '#designer/say-reason.ts';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { Panel } from '#ui/panel.tsx';
import styles from './run-reasons.module.css';

/** Who waits for somebody, what is held and why, and how people ended. */
export function RunReasons({ progress }: { progress: RunProgress }) {
  const t = useTranslations();
  const outcomes = Object.entries(progress.outcomes).map(([reason, n]) => ({ reason, n }));
  return (
    <div className={styles['reasons']}>
      <Panel
        title={t('attention.title')}
        id="attention"
        aside={
          progress.attention.length > 0 && <Link href={`/attention?run=${progress.id}`}>{t('attention.open')}</Link>
        }
      >
        {progress.attention.length === 0 ? (
          <p>{t('attention.noneHere')}</p>
        ) : (
          <Lines family="reason" lines={progress.attention} />
        )}
      </Panel>
      {progress.held.length > 0 && (
        <Panel title={t('run.held')} id="held">
          <Lines family="reason" lines={progress.held} />
        </Panel>
      )}
      {outcomes.length > 0 && (
        <Panel title={t('run.outcomes')} id="outcomes">
          <Lines family="outcome" lines={outcomes} />
        </Panel>
      )}
    </div>
  );
}

function Lines({ family, lines }: { family: 'reason' | 'outcome'; lines: { reason: string; n: number }[] }) {
  const t = useTranslations();
  return (
    <dl className={styles['lines']}>
      {lines.map(({ reason, n }) => (
        <div key={reason}>
          <dt>
            {family === 'reason'
              ? sayReason(t, reason)
              : t.has(`outcome.${reason}`)
                ? t(`outcome.${reason}`)
                : reason.replaceAll('-', ' ')}
          </dt>
          <dd>{t('figure.n', { n })}</dd>
        </div>
      ))}
    </dl>
  );
}
