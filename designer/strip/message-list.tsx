'use client';

import type { Walk, WalkMessage } from '#engine/walk/walk-type.ts';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { Icon } from '#ui/icon.tsx';
import { titleOf } from '../desk/options.ts';
import { channelIcons } from '../face-of.ts';
import { sayReason } from '../say-reason.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './message-list.module.css';
import { receivedByDay } from './received.ts';

/** Everything a person was sent, dated, each as its channel looks: bubbles, letters with a subject, paper. A message selects its step. */
export function MessageList({ walk, starts }: { walk: Pick<Walk, 'messages' | 'world' | 'person'>; starts: number }) {
  const say = useSay();
  const zone = String(walk.person.citizen['zone'] ?? 'Europe/Madrid');
  const date = dateFormat(say.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  });
  return (
    <ol className={styles['days']}>
      {receivedByDay(walk, starts).map(({ day, messages }) => (
        <li key={day}>
          <h3>
            {say('ruler.day', { n: day })} <span>{date.format(messages[0]?.queuedAt)}</span>
          </h3>
          <ol className={styles['messages']}>
            {messages.map((message) => (
              <Message key={`${message.node} ${message.visit} ${message.rung}`} of={message} walk={walk} zone={zone} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Message({ of, walk, zone }: { of: WalkMessage; walk: Pick<Walk, 'world'>; zone: string }) {
  const say = useSay();
  const store = useDraftStore();
  const node = walk.world.journey.nodes.find(({ id }) => id === of.node);
  const time = dateFormat(say.locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const lost = of.text === null || ['failed', 'withdrawn', 'expired'].includes(of.status);
  return (
    <li className={`${styles['message']} ${styles[of.channel] ?? ''} ${lost ? styles['lost'] : ''}`}>
      <button type="button" className={styles['step']} onClick={() => store.select(selectNodes(of.node))}>
        <Icon name={channelIcons[of.channel] ?? 'bubble'} size={16} />
        <span>{node ? titleOf(say, node) : of.node}</span>
        <time dateTime={new Date(of.queuedAt).toISOString()}>{time.format(of.queuedAt)}</time>
      </button>
      <div className={styles['text']} lang={of.language.startsWith('es') ? 'es' : of.language}>
        {of.text ? (
          <>
            {of.text.subject && <strong>{of.text.subject}</strong>}
            <p>{of.text.body}</p>
          </>
        ) : (
          <p>{sayReason(say, of.reason ?? '')}</p>
        )}
      </div>
      <p className={styles['state']}>
        {say(`channel.${of.channel}`)} · {say(`messageStatus.${of.status}`)}
        {of.to === 'carer' && ` · ${say('strip.toCarer')}`}
      </p>
    </li>
  );
}
