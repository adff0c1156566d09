import type { Metadata } from 'next';
import { sayName } from '#designer/say.ts';
import { taskList } from '#drizzle/queries/task-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { database } from '../database.ts';
import styles from '../home.module.css';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { Refresh } from '../refresh.tsx';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import { DeskTasks } from './desk-tasks.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('rail.desk') };
}

/** Atención: open tasks, the soonest due first. */
export default async function Desk() {
  const { grants } = await requirePage('/desk');
  const [{ t, moment }, tasks] = [await words(), await taskList(database(), unitsWhere(grants, 'desk.work'))];
  const at = new Date().toISOString();
  return (
    <Shell current="desk">
      <LiveWords of={['age', 'desk', 'figure']}>
        <div className={styles['head']}>
          <h1>{t('desk.title', { n: tasks.length })}</h1>
          <Refresh at={at} />
        </div>
        {tasks.length === 0 ? (
          <EmptyState drawing="bridge">{t('desk.empty')}</EmptyState>
        ) : (
          <DeskTasks
            tasks={tasks.map((task) => ({
              id: task.id,
              memberId: task.memberId,
              drill: task.mode === 'drill' ? t('shell.drill') : null,
              title: task.title,
              team: sayName(t, 'skill', task.skill),
              person: t('member.number', { number: task.number }),
              place: task.municipality,
              journey: task.journey.title,
              due: task.dueAt === null ? null : moment(task.dueAt),
              late: task.late,
              created: moment(task.createdAt),
              outcomes: task.outcomes,
            }))}
          />
        )}
      </LiveWords>
    </Shell>
  );
}
