'use client';

import { useTranslations } from 'use-intl/react';
import { sayReason } from '#designer/say-reason.ts';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import styles from './run-reasons.module.css';

/** How people ended, as the journey's author calls it, and what is held and why. */
export function RunReasons({
  progress,
  outcomeTitles,
}: {
  progress: RunProgress;
  outcomeTitles: Record<string, string>;
}) {
  const t = useTranslations();
  const outcomes = Object.entries(progress.outcomes).toSorted(([, a], [, b]) => b - a);
  const name = (outcome: string) =>
    outcomeTitles[outcome] ?? (t.has(`outcome.${outcome}`) ? t(`outcome.${outcome}`) : outcome.replaceAll('-', ' '));
  const figure = (n: number) => t('figure.n', { n });
  return (
    <div className={styles['reasons']}>
      <Panel title={t('run.outcomes')} id="outcomes">
        {outcomes.length === 0 ? (
          <p>{t('run.noOutcomes')}</p>
        ) : (
          <List lines={outcomes.map(([outcome, n]) => ({ key: outcome, title: name(outcome), end: figure(n) }))} />
        )}
      </Panel>
      {progress.held.length > 0 && (
        <Panel title={t('run.held')} id="held">
          <List
            lines={progress.held.map(({ reason, n }) => ({ key: reason, title: sayReason(t, reason), end: figure(n) }))}
          />
        </Panel>
      )}
      {progress.attention.length > 0 && (
        <Panel title={t('attention.title')} id="attention">
          <List
            lines={progress.attention.map(({ reason, n }) => ({
              key: reason,
              title: sayReason(t, reason),
              end: figure(n),
            }))}
          />
        </Panel>
      )}
    </div>
  );
}
