import { sayReason } from '#designer/say-reason.ts';
import type { AttentionGroup } from '#drizzle/queries/attention-list.ts';
import { numberOf } from '#drizzle/queries/member-timeline.ts';
import { type Grant, may } from '#engine/office/permission.ts';
import { Chip } from '#ui/chip.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { words } from '../words.ts';
import styles from './attention.module.css';
import { AttentionActs } from './attention-acts.tsx';

/** Everybody who waits for one reason in one run together: how many, why, since when, who, and what can be done. */
export async function AttentionGroups({ groups, grants }: { groups: AttentionGroup[]; grants: readonly Grant[] }) {
  const { t, moment, number } = await words();
  return (
    <ul className={styles['groups']}>
      {groups.map(({ runId, unitId, mode, journey, reason, detail, n, since, members }) => (
        <li key={`${runId}-${reason}`} className={`${styles['group']} ${mode === 'drill' ? styles['drill'] : ''}`}>
          <p className={styles['figure']}>
            <strong>{number(n)}</strong> {t('attention.count', { n })}
          </p>
          <div className={styles['why']}>
            <h2>{capital(sayReason(t, reason))}</h2>
            <p className={styles['where']}>
              {mode === 'drill' && <Chip look="drill">{t('shell.drill')}</Chip>}
              <Link href={`/runs/${runId}`}>{journey.title}</Link>
              <span>{t('run.since', { moment: moment(since) })}</span>
            </p>
            {may(grants, 'citizen.open', unitId) && (
              <ul className={styles['members']}>
                {members.map((member) => (
                  <li key={member}>
                    <Link href={`/members/${member}`}>{t('member.number', { number: numberOf(member) })}</Link>
                  </li>
                ))}
                {n > members.length && <li>{t('attention.others', { n: n - members.length })}</li>}
              </ul>
            )}
            {detail && (
              <Disclosure title={t('attention.detail')}>
                <code lang="en">{detail}</code>
              </Disclosure>
            )}
          </div>
          {may(grants, 'attention.settle', unitId) && <AttentionActs runId={runId} reason={reason} n={n} />}
        </li>
      ))}
    </ul>
  );
}

const capital = (sentence: string) => sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
