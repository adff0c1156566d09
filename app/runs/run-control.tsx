'use client';

import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Drawing as Drawn } from '#designer/draw.ts';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { nodeOf } from '#engine/state-name.ts';
import { useNow } from '#ui/use-now.ts';
import { ViewSwitch } from '#ui/view-switch.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { type Act, Brake, type MayBrake } from './brake.tsx';
import { deliveries } from './delivery.ts';
import { ended, isRunning } from './run-arithmetic.ts';
import styles from './run-control.module.css';
import { RunFigures } from './run-figures.tsx';
import { RunMessages } from './run-messages.tsx';
import { RunNeeds } from './run-needs.tsx';
import { RunReasons } from './run-reasons.tsx';
import { RunSituation, RunStale } from './run-situation.tsx';
import { RunSteps } from './run-steps.tsx';
import { useRun } from './use-run.ts';

/**
 * Control of one run, what matters now first: what is happening and the brake, what needs somebody, the figures, how people
 * end and what is held; then the drawing, with the plan's title block at its foot. Everything here is live.
 */
export function RunControl({
  initial,
  drawing,
  view,
  head,
  foot,
  office,
  may,
  asking,
  outcomeTitles,
}: {
  initial: RunProgress;
  drawing: Drawn;
  view: 'canvas' | 'table' | 'auto';
  head: ReactNode;
  foot: ReactNode;
  /** What stands behind the run, and how it is told to be over. */
  office: ReactNode;
  may: MayBrake;
  asking: Act | undefined;
  /** How the journey's author called each outcome. */
  outcomeTitles: Record<string, string>;
}) {
  const t = useTranslations();
  const live = useRun(initial);
  const { progress } = live;
  const now = useNow(Date.parse(initial.at));
  const running = isRunning(progress);
  const ageSeconds = running ? Math.max(0, Math.round((now - live.receivedAt) / 1_000)) : 0;
  const people = useMemo(() => peopleByNode(progress, drawing), [progress, drawing]);
  return (
    <>
      <header className={styles['head']}>
        <div className={styles['title']}>{head}</div>
        <Brake run={progress} inside={progress.enrolled - ended(progress)} may={may} asking={asking} />
      </header>
      <RunSituation progress={progress} />
      {office}
      {running && ageSeconds > 10 && <RunStale ageSeconds={ageSeconds} reconnect={live.reconnect} />}
      <RunNeeds progress={progress} />
      <RunFigures progress={progress} ageSeconds={ageSeconds} />
      <div className={styles['columns']}>
        <RunMessages lines={deliveries(progress.messages)} />
        <RunReasons progress={progress} outcomeTitles={outcomeTitles} />
      </div>
      <section aria-labelledby="steps" className={styles['steps']}>
        <div className={styles['stepsHead']}>
          <h2 id="steps">{t('run.steps')}</h2>
          <ViewSwitch
            label={t('run.view')}
            Link={Link}
            views={(['canvas', 'table'] as const).map((one) => ({
              key: one,
              title: t(`run.view-${one}`),
              href: `?view=${one}`,
              current: one === (view === 'auto' ? 'canvas' : view),
            }))}
          />
        </div>
        <RunSteps drawing={drawing} people={people} view={view} stale={ageSeconds > 10} enrolled={progress.enrolled} />
        <div className={styles['foot']}>{foot}</div>
      </section>
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
