import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { draw } from '#designer/draw.ts';
import { runDocument } from '#drizzle/queries/run-document.ts';
import { parse } from '#engine/journey.ts';
import { may } from '#engine/office/permission.ts';
import { Chip } from '#ui/chip.tsx';
import { TitleBlock } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { revisionName } from '../../revision-name.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import type { Act } from '../brake.tsx';
import { outcomeTitles } from '../outcome-titles.ts';
import { readRun } from '../read-run.ts';
import { RunControl } from '../run-control.tsx';
import { runMetadata } from '../run-metadata.ts';
import { RunOffice } from '../run-office.tsx';

type Query = Record<'view' | 'act', string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return runMetadata(await readRun((await params).id));
}

/** Control of a run. ?view= says how it is looked at, ?act= which brake is asked for at once. */
export default async function RunPage({ params, searchParams }: Props) {
  const { grants } = await requirePage('/runs/[id]');
  const { id } = await params;
  const [{ t, moment }, found, { view, act }] = [await words(), await readRun(id), await searchParams];
  if (!found) notFound();
  const { run, unitId } = found;
  const drill = run.mode === 'drill';
  const parsed = parse(await runDocument(database(), id));
  const drawing = parsed.ok
    ? draw(t, parsed.journey, { counted: true })
    : { cards: [], edges: [], width: 0, height: 0 };
  const revision = <Link href={`/journeys/${run.journey.slug}`}>{revisionName(t, run.revision)}</Link>;
  const started = run.startedAt ? moment(run.startedAt) : '—';
  return (
    <Shell current="runs" drill={drill} run={id}>
      <LiveWords
        of={[
          'run',
          'runs',
          'brake',
          'followUp',
          'launch',
          'delivery',
          'drawing',
          'figure',
          'age',
          'attention',
          'channel',
          'reason',
          'outcome',
        ]}
      >
        <RunControl
          initial={run}
          drawing={drawing}
          view={view === 'table' || view === 'canvas' ? view : 'auto'}
          may={{ brake: may(grants, 'run.brake', unitId), resume: may(grants, 'run.resume', unitId) }}
          asking={acts.find((one) => one === act)}
          outcomeTitles={parsed.ok ? outcomeTitles(parsed.journey) : {}}
          office={<RunOffice runId={id} unitId={unitId} mode={run.mode} grants={grants} />}
          head={
            <PageHead
              title={run.journey.title}
              meta={
                <>
                  {run.lane === 'emergency' && !drill && <Chip look="live">{t('lane.emergency')}</Chip>}{' '}
                  {t(`runKind.${run.kind}`)} · {revision} · {t('run.since', { moment: started })} ·{' '}
                  <Link href={`/runs/${id}/wall`}>{t('wall.open')}</Link>
                </>
              }
            />
          }
          foot={
            <TitleBlock
              cells={[
                { label: t('run.kind'), value: t(`runKind.${run.kind}`) },
                { label: t('run.lane'), value: t(`lane.${run.lane}`) },
                { label: t('run.revision'), value: revisionName(t, run.revision) },
                { label: t('run.started'), value: started },
                ...(drill ? [{ label: t('run.clock'), value: moment(run.runClock) }] : []),
                { label: t('run.number'), value: <code>{id.slice(-6).toUpperCase()}</code> },
              ]}
            />
          }
        />
      </LiveWords>
    </Shell>
  );
}

const acts: Act[] = ['pause', 'resume', 'stop'];
