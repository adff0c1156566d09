import Link from 'next/link';
import { sayReason } from '#designer/say-reason.ts';
import { accountList } from '#drizzle/queries/account-list.ts';
import { attentionList } from '#drizzle/queries/attention-list.ts';
import { runList } from '#drizzle/queries/run-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { AccountLines } from './account-lines.tsx';
import { database } from './database.ts';
import styles from './home.module.css';
import { LiveWords } from './live-words.tsx';
import { requirePage } from './official.ts';
import { Refresh } from './refresh.tsx';
import { RunLines } from './run-lines.tsx';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

/** Inicio: what runs now, what waits for somebody, whether the channels work. */
export default async function Home() {
  const { grants } = await requirePage('/');
  const [{ t, moment }, runs, waiting, accounts] = await Promise.all([
    words(),
    runList(database(), unitsWhere(grants, 'run.read'), { open: true }),
    attentionList(database(), unitsWhere(grants, 'run.read')),
    accountList(database(), unitsWhere(grants, 'account.read')),
  ]);
  const at = runs[0]?.at ?? new Date().toISOString();
  return (
    <Shell current="home">
      <LiveWords of={['age', 'brake']}>
        <div className={styles['head']}>
          <h1>{t('home.title', { n: runs.length })}</h1>
          <Refresh at={at} />
        </div>
        {runs.length === 0 ? (
          <EmptyState
            action={
              <Link href="/journeys" className={buttonClass('primary')}>
                {t('home.seeJourneys')}
              </Link>
            }
          >
            {t('home.empty')}
          </EmptyState>
        ) : (
          <RunLines runs={runs} />
        )}
        <div className={styles['columns']}>
          <Panel
            title={t('attention.title')}
            id="attention"
            aside={waiting.length > 0 && <Link href="/attention">{t('attention.open')}</Link>}
          >
            {waiting.length === 0 ? (
              <p>{t('attention.none')}</p>
            ) : (
              <ul className={styles['waiting']}>
                {waiting.slice(0, 6).map(({ runId, mode, reason, n, since, journey }) => (
                  <li key={`${runId}-${reason}`}>
                    <Link href={`/attention?run=${runId}`}>
                      {t('attention.line', { n, reason: sayReason(t, reason) })}
                    </Link>
                    <span>
                      {mode === 'drill' && `${t('shell.drill')} · `}
                      {journey.title} · {t('run.since', { moment: moment(since) })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t('accounts.title')} id="accounts">
            <AccountLines accounts={accounts} />
          </Panel>
        </div>
      </LiveWords>
    </Shell>
  );
}
