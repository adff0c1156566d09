import type { RequestStory } from '#drizzle/requests/request-story.ts';
import { Notice } from '#ui/notice.tsx';
import { words } from '../../words.ts';
import { TimeLeft } from '../time-left.tsx';
import styles from './request.module.css';

/** In one sentence what a signature does, to how many and where; and what happens if nobody signs. */
export async function WhatNow({
  story: { request, content, next, decidedBy },
  places,
}: {
  story: RequestStory;
  places: string;
}) {
  const { t } = await words();
  const time = new Intl.DateTimeFormat(t.locale, { timeStyle: 'short', timeZone: 'Europe/Madrid' });
  const at = (moment: string | number) => time.format(new Date(moment));
  const what = content?.ceiling ? 'service' : content?.what === 'publish' ? 'publish' : 'launch';
  const sentence = t(`request.sentence-${what}`, {
    n: content?.audience?.count ?? content?.ceiling?.inTotal ?? 0,
    day: content?.ceiling?.perDay ?? 0,
    places,
    where: places === '' ? 'no' : 'yes',
  });
  if (request.status !== 'waiting')
    return (
      <>
        <p className={styles['sentence']}>{sentence}</p>
        <Notice look={request.status === 'approved' ? 'calm' : 'ochre'}>
          <p>{t(`request.is-${request.status}`, { who: decidedBy ?? '', author: request.author.name })}</p>
          {request.reason && <p className={styles['reason']}>«{request.reason}»</p>}
        </Notice>
      </>
    );
  return (
    <>
      <p className={styles['sentence']}>
        {sentence} {t('request.exactly')}
      </p>
      {request.lapsesAt !== null && (
        <Notice look="ochre" icon="clock">
          <p>
            <strong>
              <TimeLeft until={new Date(request.lapsesAt).toISOString()} at={request.now} />
            </strong>{' '}
            {next && t(`request.next-${next.ring}`, { at: at(next.at), who: next.who ?? '' })}{' '}
            {t('request.lapses', { at: at(request.lapsesAt) })}
          </p>
        </Notice>
      )}
    </>
  );
}
