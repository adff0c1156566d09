import { channelIcons } from '#designer/face-of.ts';
import { sayName } from '#designer/say.ts';
import { sayReason } from '#designer/say-reason.ts';
import type { MemberTimeline } from '#drizzle/queries/member-timeline.ts';
import { Icon } from '#ui/icon.tsx';
import { Panel } from '#ui/panel.tsx';
import { words } from '../../words.ts';
import styles from './member.module.css';

/** What this person was sent and what officials did for them. */
export async function MemberMessages({ timeline, at }: { timeline: MemberTimeline; at: (iso: string) => string }) {
  const { t } = await words();
  const { messages, tasks } = timeline;
  return (
    <div className={styles['aside']}>
      <Panel title={t('member.messages', { n: messages.length })} id="messages">
        {messages.length === 0 ? (
          <p>{t('member.noMessages')}</p>
        ) : (
          <ul className={styles['messages']}>
            {messages.map((message) => (
              <li key={message.id}>
                <Icon name={channelIcons[message.channel] ?? 'bubble'} />
                <span>
                  <strong>{sayName(t, 'channel', message.channel)}</strong> ·{' '}
                  {sayName(t, 'messageStatus', message.status)}
                  {message.reason && <> · {sayReason(t, message.reason)}</>}
                  <span className={styles['meta']}>
                    {t('member.queued', { moment: at(message.queuedAt) })}
                    {message.notBefore &&
                      message.status === 'queued' &&
                      ` · ${t('member.notBefore', { moment: at(message.notBefore) })}`}
                    {message.acceptedAt && ` · ${t('member.accepted', { moment: at(message.acceptedAt) })}`}
                    {message.doneAt && ` · ${t('member.done', { moment: at(message.doneAt) })}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {tasks.length > 0 && (
        <Panel title={t('member.tasks')} id="tasks">
          <ul className={styles['messages']}>
            {tasks.map((task) => (
              <li key={task.id}>
                <Icon name="hand" />
                <span>
                  <strong>{task.title}</strong> · {t(`taskStatus.${task.status}`)}
                  {task.outcome && <> · {sayName(t, 'outcome', task.outcome)}</>}
                  <span className={styles['meta']}>
                    {at(task.createdAt)}
                    {task.doneAt && ` · ${t('member.done', { moment: at(task.doneAt) })}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}
