import Link from 'next/link';
import type { RunLine } from '#drizzle/queries/run-list.ts';
import { ProgressBar } from '#ui/progress-bar.tsx';
import styles from './run-lines.module.css';
import { Brake } from './runs/brake.tsx';
import { words } from './words.ts';

/** Runs as lines of a plan: bank, title, what is happening, how far; with the brake where something runs. */
export async function RunLines({ runs, level = 2 }: { runs: RunLine[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { t, moment } = await words();
  return (
    <ul className={styles['lines']}>
      {runs.map((run) => (
        <li
          key={run.id}
          className={`${styles['line']} ${run.mode === 'drill' ? styles['drill'] : run.lane === 'emergency' ? styles['emergency'] : ''}`}
        >
          <div className={styles['head']}>
            <Heading>
              {run.mode === 'drill' && <span className={styles['word']}>{t('shell.drill')}</span>}
              <Link href={`/runs/${run.id}`}>{run.journey.title}</Link>
            </Heading>
            <p className={styles['meta']}>
              {run.pausedAt !== null && !run.finishedAt ? t('runStatus.paused') : t(`runStatus.${run.status}`)}
              {' · '}
              {t('run.revisionN', { n: run.revision })}
              {run.startedAt && ` · ${t('run.since', { moment: moment(run.startedAt) })}`}
            </p>
          </div>
          <ProgressBar
            value={run.ended}
            max={run.enrolled}
            label={t('run.ended')}
            figures={t('runs.figures', { ended: run.ended, enrolled: run.enrolled, handed: run.handed })}
          />
          <div className={styles['foot']}>
            {run.attention > 0 && (
              <Link href={`/attention?run=${run.id}`}>{t('runs.attention', { n: run.attention })}</Link>
            )}
            {run.tasks > 0 && <Link href="/desk">{t('runs.tasks', { n: run.tasks })}</Link>}
            <Brake run={run} inside={run.enrolled - run.ended} />
          </div>
        </li>
      ))}
    </ul>
  );
}
