import type { Say } from '#designer/say.ts';
import type { Queryable } from '#drizzle/database.ts';
import { journeyList } from '#drizzle/queries/journey-list.ts';
import { type RunLine, runList } from '#drizzle/queries/run-list.ts';
import { may, unitsWhere } from '#engine/office/permission.ts';
import type { IconName } from '#ui/icon.tsx';
import { isOpen, mayOpen } from '../may-open.ts';
import type { Official } from '../official.ts';
import { pages, rail } from '../pages.ts';
import { fuzzy } from './fuzzy.ts';

export type Find = { key: string; title: string; meta?: string; icon: IconName; href: string };
/** What was found, by kind, the best first in each; kinds where nothing fits are left out. */
export type Finds = { key: 'acts' | 'pages' | 'journeys' | 'runs'; found: Find[] }[];

/** What an official may go to or do that fits what they typed; with nothing typed, where they may go. Never a person. */
export async function find(
  database: Queryable,
  { grants }: Pick<Official, 'grants'>,
  t: Say,
  typed: string,
): Promise<Finds> {
  const going = pagesFor(grants, t);
  if (typed.trim() === '') return [{ key: 'pages', found: going }];
  const [journeys, runs] = await Promise.all([
    journeyList(database, unitsWhere(grants, 'journey.read')),
    runList(database, unitsWhere(grants, 'run.read')),
  ]);
  const kinds: Finds = [
    { key: 'acts', found: runs.flatMap((run) => actsOn(run, grants, t)) },
    { key: 'pages', found: going },
    {
      key: 'journeys',
      found: journeys.map(({ slug, title, revision }) => ({
        key: `journey-${slug}`,
        title,
        meta: revision === null ? t('journeys.draft') : t('run.revisionN', { n: revision }),
        icon: 'route',
        href: `/journeys/${encodeURIComponent(slug)}`,
      })),
    },
    { key: 'runs', found: runs.map((run) => asFind(run, t)) },
  ];
  return kinds.map(({ key, found }) => ({ key, found: best(typed, found) })).filter(({ found }) => found.length > 0);
}

const MOST_OF_A_KIND = 6;

function best(typed: string, found: Find[]): Find[] {
  return found
    .map((one) => ({ one, fit: fuzzy(typed, `${one.title} ${one.meta ?? ''}`) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_OF_A_KIND)
    .map(({ one }) => one);
}

function pagesFor(grants: Official['grants'], t: Say): Find[] {
  return pages
    .filter((page) => !page.path.includes('[') && page.action !== 'anyone' && mayOpen(grants, page))
    .map(({ path, title, rail: place }) => ({
      key: path,
      title: t(title),
      icon: rail.find(({ key }) => key === place)?.icon ?? 'right',
      href: path,
    }));
}

function asFind({ id, mode, status, pausedAt, finishedAt, journey }: RunLine, t: Say): Find {
  const state = pausedAt !== null && !finishedAt ? t('runStatus.paused') : t(`runStatus.${status}`);
  const meta = mode === 'drill' ? `${t('shell.drill')} · ${state}` : state;
  return { key: `run-${id}`, title: journey.title, meta, icon: 'flow', href: `/runs/${id}` };
}

/** Braking from the palette leads to the run with its brake already asking. */
function actsOn(run: RunLine, grants: Official['grants'], t: Say): Find[] {
  if (!['approved', 'enrolling', 'open'].includes(run.status) || !isOpen(grants, '/runs')) return [];
  const acts = [
    ...(may(grants, 'run.brake', run.unitId) ? (run.pausedAt === null ? ['pause', 'stop'] : ['stop']) : []),
    ...(run.pausedAt !== null && may(grants, 'run.resume', run.unitId) ? ['resume'] : []),
  ] as const;
  return acts.map((act) => ({
    key: `${act}-${run.id}`,
    title: t(`search.act-${act}`, { title: run.journey.title }),
    ...(run.mode === 'drill' ? { meta: t('shell.drill') } : {}),
    icon: act === 'resume' ? 'play' : act === 'pause' ? 'pause' : 'stop',
    href: `/runs/${run.id}?act=${act}`,
  }));
}
