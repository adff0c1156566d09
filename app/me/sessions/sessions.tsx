import { sessionsOf } from '#drizzle/queries/sessions.ts';
import { env } from '#env';
import { buttonClass } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import type { Official } from '../../official.ts';
import { words } from '../../words.ts';
import styles from '../me.module.css';
import { endOtherSessions, endSession } from './acts.ts';
import { browserName } from './browser-name.ts';

/** Where the official is signed in; each session but this one can be ended from here. */
export async function Sessions({ official }: { official: Official }) {
  const { t, moment } = await words();
  const sessions = await sessionsOf(database(), official.id, env().SESSION_IDLE_MINUTES);
  return (
    <Panel title={t('me.sessions')} id="sessions">
      <ul className={styles['lines']}>
        {sessions.map(({ id, method, startedAt, activeAt, address, browser }) => (
          <li key={id}>
            <span>
              <strong>{browserName(browser) ?? t('me.unknownBrowser')}</strong>
              {address && ` · ${address}`}
              <span className={styles['meta']}>
                {t('me.session', {
                  method: t(`me.method-${method}`),
                  started: moment(startedAt),
                  active: moment(activeAt),
                })}
              </span>
            </span>
            {id === official.session.id ? (
              <span className={styles['meta']}>{t('me.thisOne')}</span>
            ) : (
              <form action={endSession}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" className={buttonClass('quiet')}>
                  {t('me.end')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form action={endOtherSessions}>
          <button type="submit" className={buttonClass('plain')}>
            {t('me.endOthers')}
          </button>
        </form>
      )}
    </Panel>
  );
}
