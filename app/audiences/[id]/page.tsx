import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { callingPlaces, codesIn } from '#designer/calling-places.ts';
import { capital } from '#designer/say.ts';
import { sayRule } from '#designer/say-rule.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { type Audience, audienceById } from '#drizzle/audiences/audience-list.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { placeNames } from '#drizzle/queries/places.ts';
import { isId } from '#engine/is-id.ts';
import { may } from '#engine/office/permission.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { buttonClass } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { houseFor } from '../../house-for.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { emptyJourney } from './empty-journey.ts';
import { OpenedAudience } from './opened-audience.tsx';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ open?: string }> };

const read = cache(async (id: string) => (isId(id) ? audienceById(database(), id) : undefined));

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const title = (await read((await params).id))?.name;
  return title === undefined ? {} : { title };
}

/**
 * One audience: its rule in words; opened (`?open`), the rule in parts to be changed, with its count and the people who fit or
 * only just do not. What it is changed with weighs more than the page, and most come to read.
 */
export default async function AudiencePage({ params, searchParams }: Props) {
  await requirePage('/audiences/[id]'); // before anything is looked for: who may not look learns nothing
  const audience = await read((await params).id);
  if (!audience) notFound();
  const official = await requirePage('/audiences/[id]', audience.unitId);
  const { t, moment } = await words();
  const opened = (await searchParams).open !== undefined;
  return (
    <Shell current="people">
      <PageHead
        title={audience.name}
        meta={
          audience.countedAt === null
            ? audience.unit
            : t('audiences.countedOf', { unit: audience.unit, at: moment(audience.countedAt) })
        }
      />
      {opened ? (
        <Opened
          audience={audience}
          reviewer={official.name}
          mayEdit={may(official.grants, 'audience.edit', audience.unitId)}
        />
      ) : (
        <InWords id={audience.id} unit={audience.unitId} rule={audience.rule} />
      )}
    </Shell>
  );
}

async function InWords({ id, unit, rule }: { id: string; unit: string; rule: Rule }) {
  const { t } = await words();
  const [catalogue, places] = await Promise.all([catalogueOf(database(), unit), placeNames(database(), codesIn(rule))]);
  return (
    <Panel title={t('audiences.rule')} id="rule">
      <p>{capital(sayRule(sayingAttributes(t, catalogue), rule, callingPlaces(places)))}</p>
      <p>
        <Link className={buttonClass('primary')} href={`/audiences/${id}?open`}>
          {t('audiences.open')}
        </Link>
      </p>
    </Panel>
  );
}

async function Opened({ audience, reviewer, mayEdit }: { audience: Audience; reviewer: string; mayEdit: boolean }) {
  const house = await houseFor(audience.unitId, {
    ...emptyJourney,
    goals: [{ id: 'rule', title: '-', outcome: 'filed', rule: audience.rule }],
  });
  return (
    <LiveWords
      of={[
        'audiences',
        'rules',
        'rule',
        'operator',
        'code',
        'count',
        'control',
        'seeking',
        'fact',
        'eventFact',
        'language',
        'problems',
        'problem',
        'unit',
      ]}
    >
      <OpenedAudience
        unit={audience.unitId}
        house={house}
        reviewer={reviewer}
        now={Date.now()}
        id={audience.id}
        name={audience.name}
        rule={audience.rule}
        mayEdit={mayEdit}
      />
    </LiveWords>
  );
}
