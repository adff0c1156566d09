import { sayName } from '#designer/say.ts';
import type { RequestStory } from '#drizzle/requests/request-story.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { words } from '../../words.ts';
import styles from './request.module.css';

/** Who wrote it, who has said what of it since, and who has been called. */
export async function RequestHistory({ story: { request, content, history, calls } }: { story: RequestStory }) {
  const { t, moment } = await words();
  return (
    <Panel title={t('request.history')} id="history">
      <p>
        {t('request.wrote', { author: request.author.name })}
        {content && ` ${t('request.ofRevision', { n: content.journey.revision })}`}
      </p>
      {request.note && <blockquote className={styles['note']}>{request.note}</blockquote>}
      <List
        lines={history.map(({ act, at, who, reason }) => ({
          key: `${act} ${at}`,
          title: t(`act.${act}`),
          meta: [who ?? t('request.byItself'), moment(at), reason && `«${reason}»`].filter(Boolean).join(' · '),
        }))}
      />
      {calls.length > 0 && (
        <Disclosure title={t('request.called', { n: new Set(calls.map(({ who }) => who)).size })}>
          <List
            lines={calls.map(({ call, at, who, channel, status }) => ({
              key: `${call} ${who} ${channel}`,
              title: `${who} · ${sayName(t, 'channel', channel)}`,
              meta: `${moment(at)} · ${t(`summonsStatus.${status}`)}`,
            }))}
          />
        </Disclosure>
      )}
      {request.hash && (
        <p className={styles['small']}>
          {t('request.hash')} <code className={styles['hash']}>{request.hash}</code>
        </p>
      )}
    </Panel>
  );
}
