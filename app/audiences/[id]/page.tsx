import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { audienceById } from '#drizzle/audiences/audience-list.ts';
import { may } from '#engine/office/permission.ts';
import { database } from '../../database.ts';
import { DesignerHouse } from '../../designer-house.tsx';
import { houseFor } from '../../house-for.ts';
import { isId } from '../../is-id.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { AudienceEditor } from './audience-editor.tsx';
import { emptyJourney } from './empty-journey.ts';

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => (isId(id) ? audienceById(database(), id) : undefined));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = (await read((await params).id))?.name;
  return title === undefined ? {} : { title };
}

/** One audience: its rule, edited, with its count and the people who fit or only just do not. */
export default async function AudiencePage({ params }: Props) {
  await requirePage('/audiences/[id]'); // before anything is looked for: who may not look learns nothing
  const audience = await read((await params).id);
  if (!audience) notFound();
  const official = await requirePage('/audiences/[id]', audience.unitId);
  const { t, moment } = await words();
  const house = await houseFor(audience.unitId, {
    ...emptyJourney,
    goals: [{ id: 'rule', title: '-', outcome: 'filed', rule: audience.rule }],
  });
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
      <LiveWords
        of={[
          'audiences',
          'rules',
          'rule',
          'operator',
          'code',
          'count',
          'control',
          'fact',
          'language',
          'problems',
          'problem',
          'unit',
        ]}
      >
        <DesignerHouse unit={audience.unitId} house={house} helps={{}} reviewer={official.name} now={Date.now()}>
          <AudienceEditor
            id={audience.id}
            name={audience.name}
            rule={audience.rule}
            mayEdit={may(official.grants, 'audience.edit', audience.unitId)}
          />
        </DesignerHouse>
      </LiveWords>
    </Shell>
  );
}
