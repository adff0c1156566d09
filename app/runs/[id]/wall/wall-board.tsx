'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { useNow } from '#ui/use-now.ts';
import { WallFigure } from '#ui/wall-figure.tsx';
import { allDeliveries, deliveries } from '../../delivery.ts';
import { ended, isRunning } from '../../run-arithmetic.ts';
import { useRun } from '../../use-run.ts';
import styles from './wall.module.css';
import { toneOf } from './wall-tone.ts';

/** Title, hour, situation and four figures. When it hears nothing it says so as large as the figures. */
export function WallBoard({ initial }: { initial: RunProgress }) {
  const t = useTranslations();
  const format = useFormatter();
  const { progress, receivedAt } = useRun(initial);
  const now = useNow(Date.parse(initial.at));
  const age = isRunning(progress) ? Math.max(0, Math.round((now - receivedAt) / 1_000)) : 0;
  const state = progress.pausedAt !== null && isRunning(progress) ? 'paused' : progress.status;
  return (
    <main className={styles['board']}>
      <header className={styles['head']}>
        <h1>{progress.journey.title}</h1>
        <p>
          {t(`wall.state-${state}`)} · {format.dateTime(new Date(now), { hour: '2-digit', minute: '2-digit' })}
        </p>
      </header>
      <dl className={`${styles['figures']} ${age > 10 ? styles['stale'] : ''}`}>
        {figuresOf(progress).map(({ key, tone, icon, n }, i) => (
          <WallFigure
            key={key}
            tone={tone}
            icon={icon}
            word={t(`wall.${key}`)}
            figure={t('figure.n', { n })}
            largest={i === 0}
          />
        ))}
      </dl>
      <p className={styles['age']} role="status">
        {age > 10 ? t('wall.stale', { n: age }) : t('wall.of', { n: progress.enrolled })}
      </p>
    </main>
  );
}

/** An emergency is told by who is safe and who is not; anything else by how far it has come. */
function figuresOf(progress: RunProgress) {
  const outcomes = Object.entries(progress.outcomes);
  const sum = (tone: ReturnType<typeof toneOf>) =>
    outcomes.reduce((all, [outcome, n]) => (toneOf(outcome) === tone ? all + n : all), 0);
  const inside = progress.enrolled - ended(progress);
  if (progress.lane === 'emergency')
    return [
      { key: 'help', tone: 'help', icon: 'hand', n: progress.tasks.open },
      { key: 'safe', tone: 'safe', icon: 'check', n: sum('safe') },
      { key: 'silent', tone: 'silent', icon: 'question', n: sum('silent') },
      { key: 'inside', tone: 'plain', icon: 'people', n: inside },
    ] as const;
  const all = allDeliveries(deliveries(progress.messages));
  return [
    { key: 'inside', tone: 'plain', icon: 'people', n: inside },
    { key: 'ended', tone: 'safe', icon: 'flag', n: ended(progress) },
    { key: 'handed', tone: 'plain', icon: 'envelope', n: all.handed },
    { key: 'unconfirmed', tone: 'silent', icon: 'question', n: all.unconfirmed },
  ] as const;
}
