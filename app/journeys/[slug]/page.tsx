import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { draw } from '#designer/draw.ts';
import { phrase } from '#designer/phrase.ts';
import { journeyCover } from '#drizzle/queries/journey-cover.ts';
import { parse } from '#engine/journey.ts';
import { may, unitsWhere } from '#engine/office/permission.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { buttonClass } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import { ViewSwitch } from '#ui/view-switch.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { RunSteps } from '../../runs/run-steps.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import styles from './cover.module.css';
import { CoverCard } from './cover-card.tsx';
import { Health } from './health.tsx';
import { Results } from './results.tsx';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ view?: string | string[] }> };

const read = cache(async (slug: string) => {
  const { grants } = await requirePage('/journeys/[slug]');
  return journeyCover(database(), decodeURIComponent(slug), unitsWhere(grants, 'journey.read'));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = (await read((await params).slug))?.title;
  return title === undefined ? {} : { title };
}

/** A journey's cover: la frase, its card, how it stands, what came of it, its drawing, its last runs. */
export default async function Cover({ params, searchParams }: Props) {
  const { grants } = await requirePage('/journeys/[slug]');
  const { slug } = await params;
  const [{ t, moment, number }, cover] = [await words(), await read(slug)];
  if (!cover) notFound();
  const parsed = parse(cover.document);
  const view = (await searchParams).view === 'table' ? 'table' : 'canvas';
  const at = `/journeys/${cover.slug}`;
  const edits = may(grants, 'journey.edit', cover.unitId);
  return (
    <Shell current="journeys">
      <PageHead title={cover.title}>
        <Link href={`${at}/revisions/${cover.revision?.n ?? 'draft'}`}>{t('cover.inWords')}</Link>
        {edits && (
          <Link href={`${at}/draft`} className={buttonClass('primary')}>
            {t('cover.draw')}
          </Link>
        )}
      </PageHead>
      <CoverCard cover={cover} journey={parsed.ok ? parsed.journey : undefined} />
      {parsed.ok ? (
        <p className={styles['phrase']}>
          {phrase(t, parsed.journey).map(({ node, text }) => (
            <span key={node}>{text} </span>
          ))}
        </p>
      ) : (
        <ProblemList
          words={{ error: t('problem.error'), warning: t('problem.warning') }}
          problems={parsed.problems.map((one) => ({ severity: one.severity, sentence: sayProblem(t, one) }))}
        />
      )}
      <div className={styles['columns']}>
        <Health cover={cover} />
        <Results journeyId={cover.id} />
      </div>
      {parsed.ok && (
        <>
          <div className={styles['views']}>
            <h2>{t('journeys.steps')}</h2>
            <ViewSwitch
              label={t('run.view')}
              Link={Link}
              views={[
                { key: 'canvas', title: t('cover.drawing'), href: '?view=canvas', current: view === 'canvas' },
                { key: 'table', title: t('cover.table'), href: '?view=table', current: view === 'table' },
              ]}
            />
          </div>
          <LiveWords of={['run', 'drawing', 'figure']}>
            <RunSteps drawing={draw(t, parsed.journey)} people={null} view={view} stale={false} enrolled={0} />
          </LiveWords>
        </>
      )}
      {cover.runs.length > 0 && (
        <Panel title={t('journeys.runs')} id="runs">
          <ul className={styles['runs']}>
            {cover.runs.map(({ id, mode, status, enrolled, startedAt }) => (
              <li key={id}>
                <Link href={`/runs/${id}`}>{startedAt ? moment(startedAt) : t('runStatus.waiting')}</Link>
                <span>
                  {mode === 'drill' && `${t('shell.drill')} · `}
                  {t(`runStatus.${status}`)} · {t('journeys.people', { n: enrolled, figure: number(enrolled) })}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Shell>
  );
}
