import type { Metadata } from 'next';
import Link from 'next/link';
import { sayName } from '#designer/say.ts';
import { type OpenTask, taskList } from '#drizzle/queries/task-list.ts';
import { may } from '#engine/office/permission.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ViewSwitch } from '#ui/view-switch.tsx';
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
  const all = await taskList(database(), await unitsShown(official, 'desk.work'));
  const [{ t, moment }, { team }] = [await words(), await searchParams];
  const teams = [...new Set(all.map(({ skill }) => skill))].sort();
  const chosen = teams.find((one) => one === team);
  const tasks = all.filter(({ skill }) => chosen === undefined || skill === chosen);
  const late = tasks.filter((task) => task.late).length;
  return (
    <Shell current="desk">
      <LiveWords of={['age', 'desk', 'figure']}>
        <PageHead
          title={t('desk.title', { n: tasks.length })}
          meta={late > 0 ? t('desk.lateCount', { n: late }) : t('desk.means')}
        >
          <Refresh at={new Date().toISOString()} />
        </PageHead>
        {teams.length > 1 && (
          <ViewSwitch
            label={t('desk.team')}
            Link={Link}
            views={[
              { key: '', title: t('desk.allTeams', { n: all.length }), href: '/desk', current: chosen === undefined },
              ...teams.map((one) => ({
                key: one,
                title: `${sayName(t, 'skill', one)} (${all.filter(({ skill }) => skill === one).length})`,
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
