'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { Icon } from '#ui/icon.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import styles from './desk-tasks.module.css';

export type DeskTask = {
  id: string;
  /** Null where the official may not open who it is about. */
  memberId: string | null;
  mayClose: boolean;
  drill: string | null;
  title: string;
  team: string;
  person: string;
  place: string | null;
  journey: string;
  due: string | null;
  late: boolean;
  outcomes: { id: string; title: string }[];
};

/** Tasks as cards with the ways to close each; closing one moves its person on. */
export function DeskTasks({ tasks }: { tasks: DeskTask[] }) {
  return (
    <ul className={styles['tasks']}>
      {tasks.map((task) => (
        <Task key={task.id} task={task} />
      ))}
    </ul>
  );
}

function Task({ task }: { task: DeskTask }) {
  const t = useTranslations();
  const { busy, close } = useClosing(task);
  return (
    <li className={`${styles['task']} ${task.drill ? styles['drill'] : ''}`}>
      <p className={task.late ? styles['late'] : styles['due']}>
        <Icon name={task.late ? 'triangle' : 'clock'} size={16} />
        {task.late ? t('desk.wasDue', { moment: task.due ?? '' }) : (task.due ?? t('desk.noDue'))}
      </p>
      <h2>
        {task.drill && <Chip look="drill">{task.drill}</Chip>}
        {task.title}
      </h2>
      <dl>
        <div>
          <dt>{t('desk.person')}</dt>
          <dd>
            {task.memberId ? <Link href={`/members/${task.memberId}`}>{task.person}</Link> : task.person}
            {task.place && ` · ${task.place}`}
          </dd>
        </div>
        <div>
          <dt>{t('desk.team')}</dt>
          <dd>{task.team}</dd>
        </div>
        <div>
          <dt>{t('desk.journey')}</dt>
          <dd>{task.journey}</dd>
        </div>
      </dl>
      {task.mayClose && (
        <div className={styles['outcomes']} role="group" aria-label={t('desk.close', { title: task.title })}>
          {task.outcomes.map((outcome) => (
            <Button key={outcome.id} icon="check" disabled={busy} onClick={() => void close(outcome)}>
              {outcome.title}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Closes a task as one of its outcomes and says how that went. */
function useClosing({ id, title }: DeskTask) {
  const t = useTranslations();
  const announce = useAnnounce();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const close = async (outcome: { id: string; title: string }) => {
    setBusy(true);
    const done = await send(id, outcome.id);
    setBusy(false);
    announce(t(done ? 'desk.closed' : 'desk.notClosed', { title, outcome: outcome.title }));
    router.refresh();
  };
  return { busy, close };
}

async function send(id: string, outcome: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/tasks/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ outcome }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
