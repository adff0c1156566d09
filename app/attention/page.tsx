import type { Metadata } from 'next';
import Link from 'next/link';
import { sayReason } from '#designer/say-reason.ts';
import { attentionList } from '#drizzle/queries/attention-list.ts';
import { numberOf } from '#drizzle/queries/member-timeline.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { database } from '../database.ts';
import { isId } from '../is-id.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import styles from './attention.module.css';
import { AttentionActs } from './attention-acts.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('attention.title') };
}

/** Pendiente de revisar: who waits, why, since when; of one run with ?run=. */
export default async function Attention({ searchParams }: { searchParams: Promise<{ run?: string | string[] }> }) {
  const { run } = await searchParams;
  const one = typeof run === 'string' && isId(run) ? run : null;
  const { grants } = await requirePage('/attention');
  const [{ t, moment }, groups] = [await words(), await attentionList(database(), unitsWhere(grants, 'run.read'), one)];
  return (
    <Shell current="runs" drill={one !== null && groups[0]?.mode === 'drill'}>
      <h1>{t('attention.title')}</h1>
      {groups.length === 0 ? (
        <EmptyState drawing="gauge">{t('attention.none')}</EmptyState>
      ) : (
        groups.map(({ runId, mode, journey, reason, detail, n, since, members }) => (
          <Panel
            key={`${runId}-${reason}`}
            id={`${runId}-${reason}`}
            title={t('attention.line', { n, reason: sayReason(t, reason) })}
          >
            <p>
              {mode === 'drill' && <strong>{t('shell.drill')} · </strong>}
              <Link href={`/runs/${runId}`}>{journey.title}</Link> · {t('run.since', { moment: moment(since) })}
            </p>
            {detail && <p className={styles['detail']}>{detail}</p>}
            <p>{t('attention.means')}</p>
            <ul className={styles['members']}>
              {members.map((member) => (
                <li key={member}>
                  <Link href={`/members/${member}`}>{t('member.number', { number: numberOf(member) })}</Link>
                </li>
              ))}
              {n > members.length && <li>{t('attention.others', { n: n - members.length })}</li>}
            </ul>
            <LiveWords of={['settle']}>
              <AttentionActs runId={runId} reason={reason} n={n} />
            </LiveWords>
          </Panel>
        ))
      )}
    </Shell>
  );
}
