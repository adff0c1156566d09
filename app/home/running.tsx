import Link from 'next/link';
import { runList } from '#drizzle/queries/run-list.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { database } from '../database.ts';
import type { Official } from '../official.ts';
import { RunLines } from '../run-lines.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import styles from './home.module.css';

/** What runs now, for real before drills, with the brake. */
export async function HomeRunning({ official }: { official: Official }) {
  const [{ t }, runs] = [
    await words(),
    await runList(database(), await unitsShown(official, 'run.read'), { open: true }),
  ];
  const inOrder = runs.toSorted((a, b) => Number(a.mode === 'drill') - Number(b.mode === 'drill'));
  return (
    <section aria-labelledby="running" className={styles['wide']}>
      <h2 id="running">{t('home.running')}</h2>
      {inOrder.length === 0 ? (
        <EmptyState
          action={
            <Link href="/journeys" className={buttonClass('primary')}>
              {t('home.seeJourneys')}
            </Link>
          }
          example={<Link href="/learn/first-steps">{t('home.firstSteps')}</Link>}
        >
          {t('home.empty')}
        </EmptyState>
      ) : (
        <RunLines runs={inOrder.slice(0, 5)} grants={official.grants} label={t('home.running')} level={3} />
      )}
      {inOrder.length > 5 && <Link href="/runs">{t('home.allRuns', { n: inOrder.length })}</Link>}
    </section>
  );
}
