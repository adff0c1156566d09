'use client';

import Link from 'next/link';
import { type ReactNode, useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import type { Drawing as Drawn } from '#designer/draw.ts';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { nodeOf } from '#engine/state-name.ts';
import { Button } from '#ui/button.tsx';
import { CountWithAge } from '#ui/count-with-age.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { useNow } from '#ui/use-now.ts';
import { Brake } from './brake.tsx';
import { allDeliveries, deliveries } from './delivery.ts';
import styles from './run-control.module.css';
import { RunMessages } from './run-messages.tsx';
import { RunReasons } from './run-reasons.tsx';
import { RunSteps } from './run-steps.tsx';
import { type LiveRun, useRun } from './use-run.ts';

const running = new Set<RunProgress['status']>(['approved', 'enrolling', 'open', 'stopping']);

/** Control of one run: what is happening, how fast, who waits, and the brake. Everything here is live. */
export function RunControl({
  initial,
  drawing,
  view,
  head,
}: {
  initial: RunProgress;
  drawing: Drawn;
  view: 'canvas' | 'table';
  head: ReactNode;
}) {
  const t = useTranslations();
  const live = useRun(initial);
  const { progress } = live;
  const now = useNow(Date.parse(initial.at));
  const runs = running.has(progress.status);
  const ageSeconds = runs ? Math.max(0, Math.round((now - live.receivedAt) / 1_000)) : 0;
  const people = useMemo(() => peopleByNode(progress, drawing), [progress, drawing]);
  return (
    <>
      <header className={styles['head']}>
        <div className={styles['title']}>{head}</div>
        <Brake run={progress} inside={progress.enrolled - ended(progress)} />
      </header>
      <Situation progress={progress} />
      {runs && ageSeconds > 10 && <Stale ageSeconds={ageSeconds} live={live} />}
      <Figures progress={progress} ageSeconds={ageSeconds} />
      <section aria-labelledby="steps" className={styles['steps']}>
        <div className={styles['stepsHead']}>
          <h2 id="steps">{t('run.steps')}</h2>
          <nav className={styles['switch']} aria-label={t('run.view')}>
            {(['canvas', 'table'] as const).map((one) => (
              <Link
                key={one}
                href={`?view=${one}`}
                scroll={false}
                replace
                aria-current={one === view ? 'true' : undefined}
              >
                {t(`run.view-${one}`)}
              </Link>
            ))}
          </nav>
        </div>
        <RunSteps drawing={drawing} people={people} view={view} stale={ageSeconds > 10} enrolled={progress.enrolled} />
      </section>
      <div className={styles['columns']}>
        <RunMessages lines={deliveries(progress.messages)} />
        <RunReasons progress={progress} />
      </div>
    </>
  );
}

function peopleByNode({ nodes }: RunProgress, { cards }: Drawn): Record<string, number> {
  const people: Record<string, number> = {};
  // Who has just entered stands at the door, which is drawn as the trigger.
  const door = cards.find(({ group }) => group === 'triggers')?.id ?? 'enter';
  for (const [state, n] of Object.entries(nodes)) {
    const node = nodeOf(state) === 'enter' ? door : nodeOf(state);
    people[node] = (people[node] ?? 0) + n;
  }
  return people;
}

const ended = ({ outcomes }: RunProgress) => Object.values(outcomes).reduce((sum, n) => sum + n, 0);

function Situation({ progress }: { progress: RunProgress }) {
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
  const key = progress.pausedAt !== null && running.has(progress.status) ? 'paused' : progress.status;
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

function Stale({ ageSeconds, live }: { ageSeconds: number; live: LiveRun }) {
  const t = useTranslations();
  return (
    <div className={styles['stale']}>
      {/* Said once when it begins, not every second. */}
      <span role="status" className="visually-hidden">
        {t('run.staleSaid')}
      </span>
      <p>{t('run.stale', { n: ageSeconds })}</p>
      <Button onClick={live.reconnect}>{t('run.reconnect')}</Button>
    </div>
  );
}

function Figures({ progress, ageSeconds }: { progress: RunProgress; ageSeconds: number }) {
  const t = useTranslations();
  const all = allDeliveries(deliveries(progress.messages));
  const done = ended(progress);
  const n = (value: number) => t('figure.n', { n: value });
  const figures = [
    { key: 'inside', figure: n(progress.enrolled - done) },
    { key: 'handed', figure: n(all.handed) },
    { key: 'confirmed', figure: n(all.confirmed) },
    { key: 'unconfirmed', figure: n(all.unconfirmed), note: t('run.unconfirmedMeans') },
    { key: 'speed', figure: t('figure.rate', { n: progress.speed.handedPerSecond }), note: t('run.perSecond') },
    { key: 'tasks', figure: n(progress.tasks.open) },
    { key: 'attention', figure: n(progress.attention.reduce((sum, one) => sum + one.n, 0)) },
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(({ key, figure, note }) => (
        <CountWithAge
          key={key}
          figure={figure}
          label={t(`run.figure-${key}`)}
          note={note}
          ageSeconds={ageSeconds}
          age={t('age.seconds', { n: ageSeconds })}
        />
      ))}
    </dl>
  );
}
