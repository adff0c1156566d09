import type { Metadata } from 'next';
import { type RunLine, runList } from '#drizzle/queries/run-list.ts';
import type { Grant } from '#engine/office/permission.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ViewSwitch } from '#ui/view-switch.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Refresh } from '../refresh.tsx';
import { RunLines } from '../run-lines.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import { PastRuns } from './past-runs.tsx';
import styles from './runs.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.runs') };
}

const shows = ['open', 'live', 'drills', 'past'] as const;
const over = new Set<RunLine['status']>(['stopped', 'finished', 'refused']);

/** En marcha: what runs for real and what is a drill, clearly apart; what is over stands in the archive (?show=past). */
export default async function Runs({ searchParams }: { searchParams: Promise<{ show?: string | string[] }> }) {
  const official = await requirePage('/runs');
  const [{ t }, runs] = [await words(), await runList(database(), await unitsShown(official, 'run.read'))];
  const asked = (await searchParams).show;
  const show = shows.find((one) => one === asked) ?? 'open';
  const open = runs.filter(({ status }) => !over.has(status));
  const parts = {
    live: open.filter(({ mode }) => mode === 'live'),
    drills: open.filter(({ mode }) => mode === 'drill'),
  };
  const past = runs.filter(({ status }) => over.has(status));
  const counts = { open: open.length, live: parts.live.length, drills: parts.drills.length, past: past.length };
  return (
    <Shell current="runs">
      <LiveWords of={['age', 'brake']}>
        <PageHead title={t('rail.runs')}>
          <Refresh at={runs[0]?.at ?? new Date().toISOString()} />
        </PageHead>
        <div className={styles['ways']}>
          <ViewSwitch
            label={t('runs.show')}
            Link={Link}
            views={shows.map((one) => ({
              key: one,
              title: t(`runs.show-${one}`, { n: counts[one] }),
              href: one === 'open' ? '/runs' : `/runs?show=${one}`,
              current: one === show,
            }))}
          />
          <Link href="/attention">{t('attention.title')}</Link>
        </div>
        {show === 'past' ? (
          <PastRuns runs={past} />
        ) : (
          (['live', 'drills'] as const)
            .filter((part) => show === 'open' || show === part)
            .map((part) => <Part key={part} part={part} runs={parts[part]} grants={official.grants} />)
        )}
      </LiveWords>
    </Shell>
  );
}

async function Part({ part, runs, grants }: { part: 'live' | 'drills'; runs: RunLine[]; grants: readonly Grant[] }) {
  const { t } = await words();
  return (
    <section aria-labelledby={part} className={`${styles['part']} ${styles[part]}`}>
      <h2 id={part}>{t(`runs.${part}`)}</h2>
      {runs.length === 0 ? (
        <EmptyState
          action={
            <Link href="/journeys" className={buttonClass('plain')}>
              {t('home.seeJourneys')}
            </Link>
          }
        >
          {t(`runs.empty-${part}`)}
        </EmptyState>
      ) : (
        <RunLines runs={runs} grants={grants} label={t(`runs.${part}`)} level={3} />
      )}
    </section>
  );
}
