import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readAddress } from '#designer/address.ts';
import { Designer } from '#designer/designer.tsx';
import { readDraft } from '#drizzle/drafts/read-draft.ts';
import { runningDrill } from '#drizzle/drafts/running-drill.ts';
import { standingRequest } from '#drizzle/drafts/standing-request.ts';
import { checkContext } from '#drizzle/queries/check-context.ts';
import { runProgress } from '#drizzle/queries/run-progress.ts';
import { approvers } from '#drizzle/requests/approvers.ts';
import { parse } from '#engine/journey.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { database } from '../../../database.ts';
import { DesignerHouse } from '../../../designer-house.tsx';
import { houseFor } from '../../../house-for.ts';
import { kindList } from '../../../learn/read-help.ts';
import { LiveWords } from '../../../live-words.tsx';
import { isOpen } from '../../../may-open.ts';
import { requirePage } from '../../../official.ts';
import { Shell } from '../../../shell.tsx';
import { words } from '../../../words.ts';
import { askForApproval, withdrawRequest } from './acts.ts';
import { designerWords } from './designer-words.ts';
import { DraftDrill } from './draft-drill.tsx';
import { UnreadableDraft } from './unreadable-draft.tsx';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = cache(async (slug: string) => {
  const { grants } = await requirePage('/journeys/[slug]/draft');
  return readDraft(database(), { slug: decodeURIComponent(slug), units: unitsWhere(grants, 'journey.edit') });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, draft] = [await words(), await read((await params).slug)];
  return draft ? { title: t('designer.pageTitle', { title: draft.title }) } : {};
}

/** The designer on one draft. ?view=canvas|outline, ?node= and ?panel= say where in it one is. */
export default async function DraftPage({ params, searchParams }: Props) {
  const official = await requirePage('/journeys/[slug]/draft');
  const [draft, search] = [await read((await params).slug), await searchParams];
  if (!draft) notFound();
  const parsed = parse(draft.document);
  if (!parsed.ok)
    return (
      <Shell current="journeys" wide>
        <UnreadableDraft draft={draft} problems={parsed.problems} />
      </Shell>
    );
  const cover = `/journeys/${draft.slug}`;
  const [context, drill, kinds, house, standing, signers] = await Promise.all([
    checkContext(database(), draft.unitId),
    runningDrill(database(), draft.journeyId),
    kindList(),
    houseFor(draft.unitId, parsed.journey),
    standingRequest(database(), draft),
    approvers(database(), draft.unitId, [official.id]),
  ]);
  const helps = Object.fromEntries(kinds.map(({ name, text }) => [name, text]));
  const asked = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return (
    <Shell current="journeys" wide>
      <LiveWords of={designerWords}>
        <DesignerHouse unit={draft.unitId} house={house} helps={helps} reviewer={official.name} now={Date.now()}>
          <DraftDrill slug={draft.slug} running={drill ? ((await runProgress(database(), drill)) ?? null) : null}>
            <Designer
              journeyId={draft.journeyId}
              stored={{ version: draft.version, journey: parsed.journey, comments: draft.comments, by: draft.by }}
              me={official.name}
              context={context}
              addresses={{ store: `${cover}/draft/store`, news: `${cover}/draft/news`, cover }}
              asking={{
                standing: standing ?? null,
                requests: isOpen(official.grants, '/requests/[id]') ? '/requests' : null,
                signable: signers > 0,
                ask: askForApproval,
                withdraw: withdrawRequest,
              }}
              at={readAddress(asked)}
            />
          </DraftDrill>
        </DesignerHouse>
      </LiveWords>
    </Shell>
  );
}
