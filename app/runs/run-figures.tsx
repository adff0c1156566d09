'use client';

import { useTranslations } from 'use-intl/react';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { CountWithAge } from '#ui/count-with-age.tsx';
import { allDeliveries, deliveries } from './delivery.ts';
import { ended } from './run-arithmetic.ts';
import styles from './run-figures.module.css';

/** The figures of a run, the three that are asked for first in large; each says its age when nothing has been heard. */
export function RunFigures({ progress, ageSeconds }: { progress: RunProgress; ageSeconds: number }) {
  const t = useTranslations();
  const all = allDeliveries(deliveries(progress.messages));
  const n = (value: number) => t('figure.n', { n: value });
  const figures = [
    { key: 'inside', figure: n(progress.enrolled - ended(progress)), large: true },
    { key: 'handed', figure: n(all.handed), large: true },
    { key: 'confirmed', figure: n(all.confirmed), large: true },
    { key: 'unconfirmed', figure: n(all.unconfirmed), note: t('run.unconfirmedMeans') },
    { key: 'waiting', figure: n(all.waiting) },
    { key: 'speed', figure: t('figure.rate', { n: progress.speed.handedPerSecond }), note: t('run.perSecond') },
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(({ key, figure, note, large }) => (
        <CountWithAge
          key={key}
          figure={figure}
          label={t(`run.figure-${key}`)}
          note={note}
          large={large}
          ageSeconds={ageSeconds}
          age={t('age.seconds', { n: ageSeconds })}
        />
      ))}
    </dl>
  );
}
