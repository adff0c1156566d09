'use client';

import { useDeferredValue, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { EmptyState } from '#ui/empty-state.tsx';
import { Field } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Waiting } from '#ui/waiting.tsx';
import { OpenThread } from './open-thread.tsx';
import styles from './sandbox.module.css';
import { type Kind, useThreads } from './use-threads.ts';

/** The list of phones or mailboxes at the left, the chosen one as its holder sees it at the right. */
export function SandboxThreads({ kind, drills, drillWord }: { kind: Kind; drills: string[]; drillWord: string }) {
  const t = useTranslations();
  const format = useFormatter();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  const { data, failed } = useThreads(kind, useDeferredValue(search.trim()));
  const open = chosen ?? data?.threads[0]?.address;
  return (
    <div className={styles['sandbox']}>
      <section className={styles['list']} aria-label={t(`sandbox.${kind}`)}>
        <Field
          label={t('sandbox.search')}
          type="search"
          value={search}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
        {failed && (
          <Notice look="ochre" live>
            <p>{t('sandbox.away')}</p>
          </Notice>
        )}
        {data && (
          <p className={styles['total']} role="status">
            {t(`sandbox.total-${kind}`, { n: data.total })}
          </p>
        )}
        {!data && !failed && <Waiting rows={5}>{t('sandbox.waiting')}</Waiting>}
        <ul className={styles['threads']}>
          {data?.threads.map(({ address, count, last }) => (
            <li key={address}>
              <button type="button" aria-pressed={address === open} onClick={() => setChosen(address)}>
                <span className={styles['address']}>{address}</span>
                <time dateTime={new Date(last.at).toISOString()}>
                  {format.dateTime(new Date(last.at), { hour: '2-digit', minute: '2-digit', second: '2-digit' })}
                </time>
                <span className={styles['words']} lang={last.language}>
                  {last.direction === 'in' && <Icon name="arrow" size={14} label={t('sandbox.answered')} />}
                  {last.subject ?? last.text}
                </span>
                {count > 1 && <span className={styles['n']}>{t('sandbox.messages', { n: count })}</span>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {open === undefined ? (
        data && <EmptyState drawing="gauge">{t('sandbox.empty')}</EmptyState>
      ) : (
        <OpenThread key={`${kind}-${open}`} kind={kind} address={open} drills={drills} drillWord={drillWord} />
      )}
    </div>
  );
}
