import { Fragment } from 'react';
import type { AuditLine } from '#drizzle/audit/audit-lines.ts';
import type { SealLine } from '#drizzle/audit/audit-state.ts';
import { Icon } from '#ui/icon.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { timeZone, words } from '../words.ts';
import styles from './audit.module.css';
import { auditAddress } from './audit-filter.ts';
import { AuditWhat } from './audit-what.tsx';
import { sayActor } from './say-actor.ts';

/** Acts as a bound register: the newest first, each with its number and the beginning of its hash; a seal ends each day. */
export async function AuditList({ lines, seals }: { lines: AuditLine[]; seals: Map<string, SealLine> }) {
  const { t, locale } = await words();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone });
  return (
    <div className={styles['register']}>
      {byDay(lines).map(([date, acts]) => (
        <Fragment key={date}>
          <h2 className={styles['day']}>{day.format(new Date(date))}</h2>
          <SealedDay seal={seals.get(date)} />
          <ol className={styles['acts']} reversed>
            {acts.map((line) => (
              <li key={line.seq} id={`act-${line.seq}`}>
                <span className={styles['number']}>{line.seq}</span>
                <time dateTime={line.at}>{time.format(new Date(line.at))}</time>
                <span className={styles['who']}>
                  <Link href={auditAddress('/audit', { who: line.who.id })}>{sayActor(t, line.who)}</Link>
                  {line.unit && <span className={styles['meta']}>{line.unit}</span>}
                </span>
                <AuditWhat line={line} />
                <code className={styles['hash']}>{line.hash.slice(0, 8)}</code>
              </li>
            ))}
          </ol>
        </Fragment>
      ))}
    </div>
  );
}

async function SealedDay({ seal }: { seal: SealLine | undefined }) {
  const { t } = await words();
  if (!seal) return null;
  return (
    <p className={styles['seal']}>
      <Icon name="sign" />
      <strong>{t('audit.day', { day: seal.day })}</strong>
      <span>{t('audit.dayMeans', { n: seal.seq, key: seal.key.slice(0, 8) })}</span>
    </p>
  );
}

function byDay(lines: AuditLine[]): [string, AuditLine[]][] {
  const days = new Map<string, AuditLine[]>();
  for (const line of lines) days.set(line.day, [...(days.get(line.day) ?? []), line]);
  return [...days];
}
