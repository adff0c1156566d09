import { runList } from '#drizzle/queries/run-list.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { Refresh } from '../refresh.tsx';
import { RunLines } from '../run-lines.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';

/** What runs now, for real before drills, with the brake. */
export async function HomeRunning({ official, first, meta }: BlockProps) {
  const [{ t }, runs] = [
    await words(),
    await runList(database(), await unitsShown(official, 'run.read'), { open: true }),
  ];
  const inOrder = runs.toSorted((a, b) => Number(a.mode === 'drill') - Number(b.mode === 'drill'));
  return (
    <HomeBlock
      id="running"
      title={t('home.title', { n: runs.length })}
      first={first}
      meta={meta}
      aside={first ? <Refresh at={new Date().toISOString()} /> : <Link href="/runs">{t('home.allRuns')}</Link>}
    >
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
        <RunLines
          runs={inOrder.slice(0, first ? 5 : 2)}
          grants={official.grants}
          label={t('home.running')}
          level={first ? 2 : 3}
        />
      )}
      {first && inOrder.length > 5 && <Link href="/runs">{t('home.allRuns')}</Link>}
    </HomeBlock>
  );
}
