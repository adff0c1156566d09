import { requestList } from '#drizzle/requests/request-list.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { isOpen } from '../may-open.ts';
import { Refresh } from '../refresh.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';
import { RequestLines } from './request-lines.tsx';

/** What waits for this official's signature: what they open Cauce for, on a phone as like as not. */
export async function HomeSigning({ official, first, meta }: BlockProps) {
  const [{ t }, waiting] = [
    await words(),
    await requestList(database(), await unitsShown(official, 'request.decide'), {
      status: 'waiting',
      notWrittenBy: official.id,
    }),
  ];
  return (
    <HomeBlock
      id="signing"
      title={t('home.signing', { n: waiting.length })}
      first={first}
      meta={meta}
      aside={
        first ? (
          <Refresh at={new Date().toISOString()} />
        ) : (
          isOpen(official.grants, '/requests') && <Link href="/requests">{t('home.allRequests')}</Link>
        )
      }
    >
      {waiting.length === 0 ? (
        first ? (
          <EmptyState
            drawing="seal"
            action={
              isOpen(official.grants, '/requests') && (
                <Link href="/requests" className={buttonClass('plain')}>
                  {t('home.allRequests')}
                </Link>
              )
            }
            example={<Link href="/learn/approval">{t('home.aboutSigning')}</Link>}
          >
            {t('home.noSigning')}
          </EmptyState>
        ) : (
          <p>{t('home.noSigning')}</p>
        )
      ) : (
        <RequestLines requests={waiting} official={official} />
      )}
    </HomeBlock>
  );
}
