import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { draw } from '#designer/draw.ts';
import { phrase } from '#designer/phrase.ts';
import { sayName } from '#designer/say.ts';
import { journeyCover } from '#drizzle/queries/journey-cover.ts';
import { parse } from '#engine/journey.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { Panel, TitleBlock } from '#ui/panel.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { RunSteps } from '../../runs/run-steps.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import styles from './cover.module.css';

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ view?: string | string[] }> };

const read = cache(async (slug: string) => {
  const { grants } = await requirePage('/journeys/[slug]');
  return journeyCover(database(), decodeURIComponent(slug), unitsWhere(grants, 'journey.read'));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).slug))?.title };
}

/** A journey's cover: la frase, its drawing, its last runs. */
export default async function Cover({ params, searchParams }: Props) {
  const { slug } = await params;
  const [{ t, moment, number }, cover] = [await words(), await read(slug)];
  if (!cover) notFound();
  const parsed = parse(cover.document);
  const view = (await searchParams).view === 'table' ? 'table' : 'canvas';
  return (
    <Shell current="journeys">
      <h1>{cover.title}</h1>
      <TitleBlock
        cells={[
          { label: t('journeys.unit'), value: cover.unit },
          {
            label: t('run.revision'),
            value: cover.revision ? t('run.revisionN', { n: cover.revision.n }) : t('journeys.draft'),
          },
          { label: t('journeys.updated'), value: moment(cover.revision?.createdAt ?? cover.updatedAt) },
          ...(parsed.ok
            ? [
                { label: t('journeys.class'), value: t(`class.${parsed.journey.class}`) },
                {
                  label: t('journeys.languages'),
                  value: parsed.journey.languages.map((one) => sayName(t, 'language', one)).join(', '),
                },
              ]
            : []),
          ...(cover.revision
            ? [{ label: t('journeys.print'), value: <code>{cover.revision.hash.slice(0, 12)}</code> }]
            : []),
        ]}
      />
      {parsed.ok ? (
        <>
          <p className={styles['phrase']}>
            {phrase(t, parsed.journey).map(({ node, text }) => (
              <span key={node}>{text} </span>
            ))}
          </p>
          <div className={styles['views']}>
            <h2>{t('journeys.steps')}</h2>
            <nav aria-label={t('run.view')}>
              <Link href={view === 'canvas' ? '?view=table' : '?view=canvas'} scroll={false} replace>
                {t(view === 'canvas' ? 'journeys.asTable' : 'journeys.asDrawing')}
              </Link>
            </nav>
          </div>
          <LiveWords of={['run', 'drawing', 'figure']}>
            <RunSteps drawing={draw(t, parsed.journey)} people={null} view={view} stale={false} enrolled={0} />
          </LiveWords>
        </>
      ) : (
        <ProblemList
          words={{ error: t('problem.error'), warning: t('problem.warning') }}
          problems={parsed.problems.map(({ code, severity, params: values }) => ({
            severity,
            sentence: t.has(`problems.${code}`) ? t(`problems.${code}`, values) : code,
          }))}
        />
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
