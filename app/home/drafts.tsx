import Link from 'next/link';
import { draftList } from '#drizzle/queries/draft-list.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { database } from '../database.ts';
import { isOpen } from '../may-open.ts';
import type { Official } from '../official.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';

/** What is drawn and not published yet, the last touched first. */
export async function HomeDrafts({ official }: { official: Official }) {
  const [{ t, moment }, drafts] = [
    await words(),
    await draftList(database(), await unitsShown(official, 'journey.edit')),
  ];
  const editor = isOpen(official.grants, '/journeys/[slug]/draft') ? '/draft' : '';
  return (
    <Panel title={t('home.drafts')} id="drafts" aside={<Link href="/journeys">{t('home.seeJourneys')}</Link>}>
      {drafts.length === 0 ? (
        <p>{t('home.noDrafts')}</p>
      ) : (
        <List
          lines={drafts.slice(0, 6).map(({ slug, title, updatedAt, revision }) => ({
            key: slug,
            icon: 'pencil',
            title: <Link href={`/journeys/${encodeURIComponent(slug)}${editor}`}>{title}</Link>,
            meta: t('home.draftTouched', { moment: moment(updatedAt) }),
            end: <Chip>{revision === null ? t('home.neverPublished') : t('home.beyond', { n: revision })}</Chip>,
          }))}
        />
      )}
    </Panel>
  );
}
