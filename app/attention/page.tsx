import type { Metadata } from 'next';
import { attentionList } from '#drizzle/queries/attention-list.ts';
import { isId } from '#engine/is-id.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Refresh } from '../refresh.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import styles from './attention.module.css';
import { AttentionGroups } from './attention-groups.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('attention.title') };
}

/** Pendiente de revisar: who waits, why, since when; of one run with ?run=. */
export default async function Attention({ searchParams }: { searchParams: Promise<{ run?: string | string[] }> }) {
  const { run } = await searchParams;
  const one = typeof run === 'string' && isId(run) ? run : null;
  const official = await requirePage('/attention');
  const units = await unitsShown(official, 'run.read');
  const [{ t }, groups] = [await words(), await attentionList(database(), units, one)];
  const people = groups.reduce((sum, { n }) => sum + n, 0);
  const [first] = groups;
  return (
    <Shell current="runs" drill={one !== null && first?.mode === 'drill'}>
      <LiveWords of={['settle', 'age']}>
        <PageHead title={t('attention.title')} meta={t('attention.people', { n: people })}>
          <Refresh at={new Date().toISOString()} />
        </PageHead>
        {one !== null && (
          <Notice action={<Link href="/attention">{t('attention.all')}</Link>}>
            <p>
              {first ? (
                <>
                  {t('attention.only')} <Link href={`/runs/${one}`}>{first.journey.title}</Link>
                </>
              ) : (
                t('attention.noneHere')
              )}
            </p>
          </Notice>
        )}
        {groups.length === 0 ? (
          <EmptyState drawing="gauge">{t('attention.none')}</EmptyState>
        ) : (
          <>
            <p className={styles['means']}>{t('attention.means')}</p>
            <AttentionGroups groups={groups} grants={official.grants} />
          </>
        )}
      </LiveWords>
    </Shell>
  );
}
