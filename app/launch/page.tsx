import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { callingPlaces, codesIn } from '#designer/calling-places.ts';
import type { Say } from '#designer/say.ts';
import { sayRule } from '#designer/say-rule.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { placeNames } from '#drizzle/queries/places.ts';
import { launchableJourneys } from '#drizzle/requests/launchable-journeys.ts';
import { eventNames } from '#engine/office/event-names.ts';
import { may } from '#engine/office/permission.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Words } from '../requests/words-shown.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import styles from './launch.module.css';
import { LaunchForm } from './launch-form.tsx';
import { readWish } from './read-wish.ts';

type Query = Record<'journey' | 'request' | 'updates' | 'mode', string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('launch.title') };
}

/**
 * A launch on one page: which journey, for whom, with which facts, when and until; the words as they will be received; a
 * drill is one click, for real one types the number of people. ?request= corrects one that was returned, ?updates= a run.
 */
export default async function Launch({ searchParams }: { searchParams: Promise<Query> }) {
  const official = await requirePage('/launch');
  const query = await searchParams;
  const units = await unitsShown(official, 'run.drill');
  const [{ t }, wish] = [await words(), await readWish(query, units)];
  if (wish === null) notFound();
  const title = t(wish?.requestId ? 'launch.titleAgain' : wish?.updates ? 'launch.titleUpdate' : 'launch.title');
  const live = wish ? may(official.grants, 'run.ask-to-launch', wish.unitId) : false;
  const say = wish ? sayingAttributes(t, await catalogueOf(database(), wish.unitId)) : t;
  return (
    <Shell current="runs">
      <LiveWords of={['launch', 'seeking', 'request', 'form']}>
        <PageHead title={title} meta={wish ? wish.journey.title : t('launch.choose')} />
        {wish ? (
          <div className={styles['columns']}>
            <LaunchForm
              slug={wish.journey.slug}
              emergency={wish.journey.class === 'emergency'}
              mayLive={live}
              mode={live && (query.mode === 'live' || wish.requestId || wish.updates) ? 'live' : 'drill'}
              again={wish.requestId}
              updates={wish.updates}
              ownRule={wish.ownRule}
              ownSaid={await ruleSaid(say, wish.ownRule)}
              places={wish.places}
              facts={eventNames(wish.journey)}
              event={wish.event}
              returned={wish.reason}
            />
            <div className={styles['words']}>
              <Words
                content={{
                  languages: wish.journey.languages,
                  texts: wish.journey.texts,
                  followUps: said(wish.journey.followUps),
                  event: { ...placeholders(t, eventNames(wish.journey)), ...wish.event },
                }}
                journey={wish.journey}
                unit={wish.unit}
                say={say}
              />
            </div>
          </div>
        ) : (
          <Choose journeys={await launchableJourneys(database(), units)} />
        )}
      </LiveWords>
    </Shell>
  );
}

async function Choose({ journeys }: { journeys: Awaited<ReturnType<typeof launchableJourneys>> }) {
  const { t } = await words();
  if (journeys.length === 0)
    return <EmptyState action={<Link href="/journeys">{t('home.seeJourneys')}</Link>}>{t('launch.none')}</EmptyState>;
  return (
    <List
      label={t('launch.choose')}
      lines={journeys.map(({ slug, title, description, class: of, unit, revision }) => ({
        key: `${unit} ${slug}`,
        icon: 'megaphone' as const,
        title: <Link href={`/launch?journey=${encodeURIComponent(slug)}`}>{title}</Link>,
        meta: [description, `${unit} · ${t('run.revisionN', { n: revision })}`].filter(Boolean).join(' — '),
        end: of === 'emergency' && (
          <Chip look="live" icon="siren">
            {t('lane.emergency')}
          </Chip>
        ),
      }))}
    />
  );
}

type Words_ = NonNullable<Awaited<ReturnType<typeof readWish>>>['journey']['followUps'];
const said = (followUps: Words_ = {}) =>
  Object.fromEntries(Object.entries(followUps).map(([kind, words_]) => [kind, words_ && { said: words_ }]));
/** Until it is typed, a fact stands there by what the form calls it. */
const placeholders = (t: Say, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, t.has(`launch.gap-${name}`) ? t(`launch.gap-${name}`) : `(${name})`]));

/** A rule as it is read aloud, with the names of what it asks about. */
async function ruleSaid(say: Say, rule: Rule): Promise<string> {
  return sayRule(say, rule, callingPlaces(await placeNames(database(), codesIn(rule))));
}
