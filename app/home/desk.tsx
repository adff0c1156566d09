import { sayName } from '#designer/say.ts';
import { taskGroups } from '#drizzle/queries/task-groups.ts';
import { buttonClass } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';

/** What people are asked to do, by kind of task, the soonest due first; and the way to the desk. */
export async function HomeDesk({ official, first, meta }: BlockProps) {
  const [{ t, moment }, groups] = [
    await words(),
    await taskGroups(database(), await unitsShown(official, 'desk.work')),
  ];
  const all = groups.reduce((sum, { n }) => sum + n, 0);
  return (
    <HomeBlock
      id="desk"
      title={t('desk.title', { n: all })}
      first={first}
      meta={meta}
      aside={
        all > 0 && (
          <Link href="/desk" className={first ? buttonClass('primary') : undefined}>
            {t('home.desk')}
          </Link>
        )
      }
    >
      {all === 0 && first && <EmptyState drawing="bridge">{t('desk.empty')}</EmptyState>}
      {all === 0 && !first && <p>{t('desk.empty')}</p>}
      <List
        lines={groups.slice(0, 6).map(({ runId, title, skill, n, late, firstDue, mode }) => ({
          key: `${runId}-${title}`,
          icon: 'hand',
          title: <Link href={`/desk?team=${encodeURIComponent(skill)}`}>{title}</Link>,
          meta: [
            t('home.tasks', { n }),
            sayName(t, 'skill', skill),
            firstDue ? t('home.firstDue', { moment: moment(firstDue) }) : t('desk.noDue'),
          ].join(' · '),
          end: (
            <>
              {mode === 'drill' && <Chip look="drill">{t('shell.drill')}</Chip>}
              {late > 0 && (
                <Chip look="ochre" icon="triangle">
                  {t('desk.lateCount', { n: late })}
                </Chip>
              )}
            </>
          ),
        }))}
      />
    </HomeBlock>
  );
}
