import { draftList } from '#drizzle/queries/draft-list.ts';
import { buttonClass } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { isOpen } from '../may-open.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';

/** What is drawn and not published yet, the last touched first. */
export async function HomeDrafts({ official, first, meta }: BlockProps) {
  const [{ t, moment }, drafts] = [
    await words(),
    await draftList(database(), await unitsShown(official, 'journey.edit')),
  ];
  const editor = isOpen(official.grants, '/journeys/[slug]/draft') ? '/draft' : '';
  const begin = isOpen(official.grants, '/journeys/new') && (
    <Link href="/journeys/new" className={buttonClass('primary')}>
      {t('home.newJourney')}
    </Link>
  );
  const all = <Link href="/journeys">{t('home.seeJourneys')}</Link>;
  return (
    <HomeBlock id="drafts" title={t('home.drafts', { n: drafts.length })} first={first} meta={meta} aside={all}>
      {drafts.length === 0 && !first && <p>{t('home.noDrafts')}</p>}
      {drafts.length === 0 && first && (
        <EmptyState
          action={begin}
          example={isOpen(official.grants, '/gallery') ? <Link href="/gallery">{t('home.gallery')}</Link> : all}
        >
          {t('home.noDrafts')}
        </EmptyState>
      )}
      <List
        lines={drafts.slice(0, 6).map(({ slug, title, updatedAt, revision }) => ({
          key: slug,
          icon: 'pencil',
          title: <Link href={`/journeys/${encodeURIComponent(slug)}${editor}`}>{title}</Link>,
          meta: t('home.draftTouched', { moment: moment(updatedAt) }),
          end: <Chip>{revision === null ? t('home.neverPublished') : t('home.beyond', { n: revision })}</Chip>,
        }))}
      />
      {drafts.length > 0 && first && begin && <p>{begin}</p>}
    </HomeBlock>
  );
}
