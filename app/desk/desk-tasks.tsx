'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './desk-tasks.module.css';

export type DeskTask = {
  id: string;
  memberId: string;
  drill: string | null;
  title: string;
  team: string;
  person: string;
  place: string | null;
  journey: string;
  due: string | null;
  late: boolean;
  created: string;
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
  const announce = useAnnounce();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const close = async (outcome: { id: string; title: string }) => {
    setBusy(true);
    const done = await send(task.id, outcome.id);
    setBusy(false);
    announce(t(done ? 'desk.closed' : 'desk.notClosed', { title: task.title, outcome: outcome.title }));
    router.refresh();
  };
  return (
    <li className={styles['task']}>
      <h2>
        {task.drill && <span className={styles['drill']}>{task.drill}</span>}
        {task.title}
      </h2>
      <dl>
        <div>
          <dt>{t('desk.team')}</dt>
          <dd>{task.team}</dd>
        </div>
        <div>
          <dt>{t('desk.due')}</dt>
          <dd className={task.late ? styles['late'] : undefined}>
            {task.late && <Icon name="triangle" size={16} />}
            {task.due ?? t('desk.noDue')}
            {task.late && ` · ${t('desk.late')}`}
          </dd>
        </div>
        <div>
          <dt>{t('desk.person')}</dt>
          <dd>
            <Link href={`/members/${task.memberId}`}>{task.person}</Link>
            {task.place && ` · ${task.place}`}
          </dd>
        </div>
        <div>
          <dt>{t('desk.journey')}</dt>
          <dd>{task.journey}</dd>
        </div>
      </dl>
      <div className={styles['outcomes']} role="group" aria-label={t('desk.close', { title: task.title })}>
        {task.outcomes.map((outcome) => (
          <Button key={outcome.id} icon="check" disabled={busy} onClick={() => void close(outcome)}>
            {outcome.title}
          </Button>
        ))}
      </div>
    </li>
  );
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
