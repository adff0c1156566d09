import Link from 'next/link';
import { sayName } from '#designer/say.ts';
import { taskList } from '#drizzle/queries/task-list.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { database } from '../database.ts';
import type { Official } from '../official.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';

/** The open tasks that are due soonest, and the way to the desk. */
export async function HomeDesk({ official }: { official: Official }) {
  const [{ t, moment }, tasks] = [await words(), await taskList(database(), await unitsShown(official, 'desk.work'))];
  return (
    <Panel
      title={t('desk.title', { n: tasks.length })}
      id="desk"
      aside={tasks.length > 0 && <Link href="/desk">{t('home.desk')}</Link>}
    >
      {tasks.length === 0 ? (
        <p>{t('desk.empty')}</p>
      ) : (
        <List
          lines={tasks.slice(0, 6).map(({ id, title, skill, dueAt, late, mode }) => ({
            key: id,
            icon: 'hand',
            title: <Link href={`/desk?team=${encodeURIComponent(skill)}`}>{title}</Link>,
            meta: `${sayName(t, 'skill', skill)} · ${dueAt ? moment(dueAt) : t('desk.noDue')}`,
            end: (
              <>
                {mode === 'drill' && <Chip look="drill">{t('shell.drill')}</Chip>}
                {late && (
                  <Chip look="ochre" icon="triangle">
                    {t('desk.late')}
                  </Chip>
                )}
              </>
            ),
          }))}
        />
      )}
    </Panel>
  );
}
