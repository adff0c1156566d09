import Link from 'next/link';
import { requestList } from '#drizzle/requests/request-list.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { database } from '../database.ts';
import { RequestLines } from '../requests/request-lines.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';

/** What waits for this approver's signature, emergencies first; what they wrote themselves is for somebody else. */
export async function HomeApprovals({ official, first, meta }: BlockProps) {
  const [{ t }, requests] = [
    await words(),
    await requestList(database(), await unitsShown(official, 'request.decide'), { status: 'waiting' }),
  ];
  const own = requests.filter(({ writers }) => !writers.includes(official.id));
  return (
    <HomeBlock
      id="approvals"
      title={t('home.approvals', { n: own.length })}
      first={first}
      meta={meta}
      aside={<Link href="/requests">{t('rail.requests')}</Link>}
    >
      {own.length > 0 ? (
        <RequestLines requests={own.slice(0, 6)} officialId={official.id} level={first ? 2 : 3} />
      ) : first ? (
        <EmptyState drawing="seal">{t('home.noApprovals')}</EmptyState>
      ) : (
        <p>{t('home.noApprovals')}</p>
      )}
    </HomeBlock>
  );
}
