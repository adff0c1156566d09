import { requestList } from '#drizzle/requests/request-list.ts';
import { database } from '../database.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';
import { RequestLines } from './request-lines.tsx';

/** What this official has asked for: what came back first, with the reason. */
export async function HomeAsked({ official, first, meta }: BlockProps) {
  const [{ t }, requests] = [
    await words(),
    await requestList(database(), await unitsShown(official, 'request.read'), {
      status: ['draft', 'waiting', 'returned'],
      writtenBy: official.id,
    }),
  ];
  return (
    <HomeBlock id="asked" title={t('home.asked')} first={first} meta={meta}>
      {requests.length === 0 ? (
        <p>{t('home.nothingAsked')}</p>
      ) : (
        <RequestLines
          requests={requests.toSorted((a, b) => Number(b.status === 'returned') - Number(a.status === 'returned'))}
          official={official}
        />
      )}
    </HomeBlock>
  );
}
