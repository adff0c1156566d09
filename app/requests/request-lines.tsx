import type { RequestLine } from '#drizzle/requests/request-list.ts';
import { Chip, type ChipLook } from '#ui/chip.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { words } from '../words.ts';
import styles from './requests.module.css';
import { TimeLeft } from './time-left.tsx';

/** Requests as cards: what, for how many, who asks, and how long there is; an emergency has its own bank. */
export async function RequestLines({
  requests,
  officialId,
  level = 2,
}: {
  requests: RequestLine[];
  officialId: string;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { t, moment } = await words();
  return (
    <ul className={styles['lines']}>
      {requests.map((request) => (
        <li key={request.id} className={`${styles['line']} ${request.lane === 'emergency' ? styles['emergency'] : ''}`}>
          <Heading>
            <Link href={`/requests/${request.id}`}>{request.title}</Link>
          </Heading>
          <p className={styles['chips']}>
            {request.lane === 'emergency' && (
              <Chip look="live" icon="siren">
                {t('lane.emergency')}
              </Chip>
            )}
            <Chip look={looks[request.status] ?? 'outline'}>{t(`requestStatus.${request.status}`)}</Chip>
            {request.held && <Chip look="ochre">{t('request.again')}</Chip>}
            {request.updates && <Chip>{t('request.isUpdate')}</Chip>}
            {request.writers.includes(officialId) && <Chip>{t('request.yours')}</Chip>}
          </p>
          <p className={styles['people']}>
            {request.people === null ? t('request.publication') : t('request.people', { n: request.people })}
          </p>
          <p className={styles['meta']}>
            {t('request.by', { author: request.author, unit: request.unit })}
            {request.askedAt && ` · ${moment(request.askedAt)}`}
            {request.decidedBy && ` · ${t('request.decidedBy', { who: request.decidedBy })}`}
          </p>
          {request.reason && <blockquote className={styles['reason']}>{request.reason}</blockquote>}
          {request.status === 'waiting' && request.lapsesAt && (
            <p className={styles['left']}>
              <TimeLeft until={request.lapsesAt} at={Date.now()} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const looks: Partial<Record<RequestLine['status'], ChipLook>> = {
  waiting: 'ochre',
  approved: 'ok',
  returned: 'ochre',
  rejected: 'inverse',
  expired: 'inverse',
};
