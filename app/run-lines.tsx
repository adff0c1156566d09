import type { RunLine } from '#drizzle/queries/run-list.ts';
import { type Grant, may } from '#engine/office/permission.ts';
import { Chip } from '#ui/chip.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { CalmLink as Link } from './calm-link.tsx';
import { revisionName } from './revision-name.ts';
import styles from './run-lines.module.css';
import { Brake } from './runs/brake.tsx';
import { words } from './words.ts';

/** Runs as lines of a plan: bank, title, what is happening, how far; with the brake where something runs. */
export async function RunLines({
  runs,
  grants,
  label,
  level = 2,
}: {
  runs: RunLine[];
  grants: readonly Grant[];
  label: string;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { t, moment } = await words();
  return (
    <ul className={styles['lines']} aria-label={label}>
      {runs.map((run) => (
        <li key={run.id} className={`${styles['line']} ${styles[bankOf(run)]}`}>
          <div className={styles['head']}>
            <Heading>
              {run.mode === 'drill' && <Chip look="drill">{t('shell.drill')}</Chip>}
              <Link href={`/runs/${run.id}`}>{run.journey.title}</Link>
            </Heading>
            <p className={styles['meta']}>
              {run.pausedAt !== null && !run.finishedAt ? (
                <Chip look="ochre" icon="pause">
                  {t('runStatus.paused')}
                </Chip>
              ) : (
                t(`runStatus.${run.status}`)
              )}
              {' · '}
              {t(`runKind.${run.kind}`)}
              {' · '}
              {revisionName(t, run.revision)}
              {run.startedAt && ` · ${t('run.since', { moment: moment(run.startedAt) })}`}
            </p>
          </div>
          <p className={styles['inside']}>
            <strong>{t('figure.n', { n: run.enrolled - run.ended })}</strong>
            <span>{t('runs.inside')}</span>
          </p>
          <div className={styles['bar']}>
            <ProgressBar
              value={run.ended}
              max={run.enrolled}
              label={t('run.ended')}
              figures={t('runs.figures', { ended: run.ended, enrolled: run.enrolled, handed: run.handed })}
            />
          </div>
          <div className={styles['foot']}>
            {run.attention > 0 && (
              <Link href={`/attention?run=${run.id}`}>{t('runs.attention', { n: run.attention })}</Link>
            )}
            {run.tasks > 0 && <Link href="/desk">{t('runs.tasks', { n: run.tasks })}</Link>}
            <Brake
              run={run}
              inside={run.enrolled - run.ended}
              may={{
                brake: may(grants, 'run.brake', run.unitId),
                resume: may(grants, 'run.resume', run.unitId),
              }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

const bankOf = ({ mode, lane }: RunLine) =>
  mode === 'drill' ? 'drill' : lane === 'emergency' ? 'emergency' : 'service';
