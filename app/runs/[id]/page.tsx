import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { draw } from '#designer/draw.ts';
import { runDocument } from '#drizzle/queries/run-document.ts';
import { runProgress } from '#drizzle/queries/run-progress.ts';
import { whose } from '#drizzle/queries/whose.ts';
import { parse } from '#engine/journey.ts';
import { may } from '#engine/office/permission.ts';
import { TitleBlock } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import { isId } from '../../is-id.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { RunControl } from '../run-control.tsx';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ view?: string | string[] }> };

/** The run, for an official of its unit. */
const readRun = cache(async (id: string) => {
  const { grants } = await requirePage('/runs/[id]');
  const owner = isId(id) ? await whose(database(), 'run', id) : undefined;
  return owner && may(grants, 'run.read', owner.unitId) ? await runProgress(database(), id) : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, run] = [await words(), await readRun((await params).id)];
  if (!run) return {};
  const drill = run.mode === 'drill';
  return {
    title: drill ? `${t('shell.drill')} · ${run.journey.title}` : run.journey.title,
    icons: { icon: drill ? '/icon-drill.svg' : '/icon.svg' },
  };
}

export default async function RunPage({ params, searchParams }: Props) {
  const { id } = await params;
  const [{ t, moment }, run] = [await words(), await readRun(id)];
  if (!run) notFound();
  const parsed = parse(await runDocument(database(), id));
  const drawing = parsed.ok ? draw(t, parsed.journey) : { cards: [], edges: [], width: 0, height: 0 };
  const head = (
    <>
      <h1>{run.journey.title}</h1>
      <TitleBlock
        cells={[
          { label: t('run.kind'), value: t(`runKind.${run.kind}`) },
          { label: t('run.lane'), value: t(`lane.${run.lane}`) },
          {
            label: t('run.revision'),
            value: <Link href={`/journeys/${run.journey.slug}`}>{t('run.revisionN', { n: run.revision })}</Link>,
          },
          { label: t('run.started'), value: run.startedAt ? moment(run.startedAt) : '—' },
          ...(run.mode === 'drill' ? [{ label: t('run.clock'), value: moment(run.runClock) }] : []),
        ]}
      />
    </>
  );
  return (
    <Shell current="runs" drill={run.mode === 'drill'}>
      <LiveWords
        of={['run', 'brake', 'delivery', 'drawing', 'figure', 'age', 'attention', 'channel', 'reason', 'outcome']}
      >
        <RunControl
          initial={run}
          drawing={drawing}
          view={(await searchParams).view === 'table' ? 'table' : 'canvas'}
          head={head}
        />
      </LiveWords>
    </Shell>
  );
}
