import type { Metadata } from 'next';
import Link from 'next/link';
import { runList } from '#drizzle/queries/run-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { database } from '../database.ts';
import styles from '../home.module.css';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { Refresh } from '../refresh.tsx';
import { RunLines } from '../run-lines.tsx';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.runs') };
}

/** En marcha: every run, those in progress first. */
export default async function Runs() {
  const { grants } = await requirePage('/runs');
  const [{ t }, runs] = [await words(), await runList(database(), unitsWhere(grants, 'run.read'))];
  const open = runs.filter(({ status }) => !over.has(status));
  const past = runs.filter(({ status }) => over.has(status));
  return (
    <Shell current="runs">
      <LiveWords of={['age', 'brake']}>
        <div className={styles['head']}>
          <h1>{t('rail.runs')}</h1>
          <Refresh at={runs[0]?.at ?? new Date().toISOString()} />
        </div>
        <p>
          <Link href="/attention">{t('attention.title')}</Link>
        </p>
        {open.length === 0 ? (
          <EmptyState
            action={
              <Link href="/journeys" className={buttonClass('primary')}>
                {t('home.seeJourneys')}
              </Link>
            }
          >
            {t('runs.empty')}
          </EmptyState>
        ) : (
          <RunLines runs={open} />
        )}
        {past.length > 0 && (
          <>
            <h2>{t('runs.past')}</h2>
            <RunLines runs={past} level={3} />
          </>
        )}
      </LiveWords>
    </Shell>
  );
}

const over = new Set(['stopped', 'finished', 'refused']);
