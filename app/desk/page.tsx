import type { Metadata } from 'next';
import { sayName } from '#designer/say.ts';
import { taskGroups } from '#drizzle/queries/task-groups.ts';
import { type OpenTask, taskList } from '#drizzle/queries/task-list.ts';
import { may } from '#engine/office/permission.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ViewSwitch } from '#ui/view-switch.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Refresh } from '../refresh.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import { DeskTasks } from './desk-tasks.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.desk') };
}

/** Atención: open tasks, the soonest due first; of one team with ?team=. */
export default async function Desk({ searchParams }: { searchParams: Promise<{ team?: string | string[] }> }) {
  const official = await requirePage('/desk');
  const units = await unitsShown(official, 'desk.work');
  const [{ t, moment }, { team }, groups] = [await words(), await searchParams, await taskGroups(database(), units)];
  const teams = [...new Set(groups.map(({ skill }) => skill))].sort();
  const chosen = teams.find((one) => one === team);
  const tasks = await taskList(database(), units, chosen);
  const ofTeam = (skill?: string) => groups.filter((one) => skill === undefined || one.skill === skill);
  const count = (skill?: string) => ofTeam(skill).reduce((sum, { n }) => sum + n, 0);
  const late = ofTeam(chosen).reduce((sum, group) => sum + group.late, 0);
  return (
    <Shell current="desk">
      <LiveWords of={['age', 'desk', 'figure']}>
        <PageHead
          title={t('desk.title', { n: count(chosen) })}
          meta={late > 0 ? t('desk.lateCount', { n: late }) : t('desk.means')}
        >
          <Refresh at={new Date().toISOString()} />
        </PageHead>
        {teams.length > 1 && (
          <ViewSwitch
            label={t('desk.team')}
            Link={Link}
            views={[
              { key: '', title: t('desk.allTeams', { n: count() }), href: '/desk', current: chosen === undefined },
              ...teams.map((one) => ({
                key: one,
                title: `${sayName(t, 'skill', one)} (${t('figure.n', { n: count(one) })})`,
                href: `/desk?team=${encodeURIComponent(one)}`,
                current: one === chosen,
              })),
            ]}
          />
        )}
        {tasks.length === 0 ? (
          <EmptyState drawing="bridge">{t('desk.empty')}</EmptyState>
        ) : (
          <DeskTasks tasks={tasks.map(shown)} />
        )}
        {tasks.length < count(chosen) && <p>{t('desk.first', { shown: tasks.length, n: count(chosen) })}</p>}
      </LiveWords>
    </Shell>
  );

  function shown(task: OpenTask) {
    return {
      id: task.id,
      memberId: may(official.grants, 'citizen.open', task.unitId) ? task.memberId : null,
      mayClose: may(official.grants, 'task.work', task.unitId),
      drill: task.mode === 'drill' ? t('shell.drill') : null,
      title: task.title,
      team: sayName(t, 'skill', task.skill),
      person: t('member.number', { number: task.number }),
      place: task.municipality,
      journey: task.journey.title,
      due: task.dueAt === null ? null : moment(task.dueAt),
      late: task.late,
      outcomes: task.outcomes,
    };
  }
}
