import type { Metadata } from 'next';
import { type RequestLine, requestList } from '#drizzle/requests/request-list.ts';
import { may } from '#engine/office/permission.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ViewSwitch } from '#ui/view-switch.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { isOpen } from '../may-open.ts';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Refresh } from '../refresh.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import { RequestLines } from './request-lines.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.requests') };
}

const shows = ['waiting', 'own', 'decided'] as const;

/** Visto bueno: what waits for a signature, what the official asked for, and what was decided (?show=). */
export default async function Requests({ searchParams }: { searchParams: Promise<{ show?: string | string[] }> }) {
  const official = await requirePage('/requests');
  const [{ t }, requests] = [await words(), await requestList(database(), await unitsShown(official, 'request.read'))];
  const wrote = ({ writers }: RequestLine) => writers.includes(official.id);
  const parts = {
    waiting: requests.filter(({ status }) => status === 'waiting'),
    own: requests.filter((one) => wrote(one) && one.status !== 'withdrawn'),
    decided: requests.filter(({ status }) => status !== 'waiting' && status !== 'draft'),
  };
  const asked = (await searchParams).show;
  const show = shows.find((one) => one === asked) ?? 'waiting';
  const decides = may(official.grants, 'request.decide', null);
  const title = decides
    ? t('request.titleForYou', { n: parts.waiting.filter((one) => !wrote(one)).length })
    : t('rail.requests');
  return (
    <Shell current="requests">
      <LiveWords of={['age', 'request']}>
        <PageHead title={title} meta={t('request.means')}>
          <Refresh at={new Date().toISOString()} />
        </PageHead>
        <ViewSwitch
          label={t('request.show')}
          Link={Link}
          views={shows.map((one) => ({
            key: one,
            title: t(`request.show-${one}`, { n: parts[one].length }),
            href: one === 'waiting' ? '/requests' : `/requests?show=${one}`,
            current: one === show,
          }))}
        />
        {parts[show].length === 0 ? (
          <EmptyState
            drawing="seal"
            action={
              isOpen(official.grants, '/launch') && (
                <Link href="/launch" className={buttonClass('plain')}>
                  {t('request.new')}
                </Link>
              )
            }
          >
            {t(`request.empty-${show}`)}
          </EmptyState>
        ) : (
          <RequestLines requests={parts[show]} officialId={official.id} />
        )}
      </LiveWords>
    </Shell>
  );
}
