'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { ended, isRunning } from './run-arithmetic.ts';
import styles from './run-control.module.css';

/** What is happening, in one sentence, and how far it has come. */
export function RunSituation({ progress }: { progress: RunProgress }) {
  const t = useTranslations();
  const format = useFormatter();
  const time = (iso: string | null) =>
    iso === null ? '—' : format.dateTime(new Date(iso), { hour: '2-digit', minute: '2-digit' });
  const done = ended(progress);
  const values = {
    n: progress.enrolled - done,
    since: time(progress.pausedAt ?? progress.startedAt),
    until: time(progress.finishedAt),
    enrolled: progress.enrolled,
  };
  const key = progress.pausedAt !== null && isRunning(progress) ? 'paused' : progress.status;
  return (
    <div className={styles['situation']}>
      <p className={styles['sentence']}>{t(`run.situation-${key}`, values)}</p>
      <ProgressBar
        value={done}
        max={progress.enrolled}
        label={t('run.ended')}
        figures={t('run.endedOf', { n: done, enrolled: progress.enrolled })}
      />
    </div>
  );
}

/** The page hears nothing any more, although the run goes on. */
export function RunStale({ ageSeconds, reconnect }: { ageSeconds: number; reconnect: () => void }) {
  const t = useTranslations();
  return (
    <Notice look="ochre" action={<Button onClick={reconnect}>{t('run.reconnect')}</Button>}>
      {/* Said once when it begins, not every second. */}
      <span role="status" className="visually-hidden">
        {t('run.staleSaid')}
      </span>
      <p>{t('run.stale', { n: ageSeconds })}</p>
    </Notice>
  );
}
