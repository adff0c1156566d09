import { passkeysOf } from '#drizzle/queries/passkeys.ts';
import type { SecondFactors } from '#drizzle/queries/second-factors.ts';
import { buttonClass } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import type { Official } from '../../official.ts';
import { words } from '../../words.ts';
import styles from '../me.module.css';
import { dropPasskey } from './acts.ts';
import { NewPasskey } from './new-passkey.tsx';

/** The keys an official holds: what an approval is signed with. */
export async function Passkeys({ official, has }: { official: Official; has: SecondFactors }) {
  const [{ t, moment }, keys] = [await words(), await passkeysOf(database(), official.id)];
  const last = has.passkeys === 1 && !has.totp;
  return (
    <Panel title={t('me.passkeys')} id="passkeys">
      <p>{t('me.passkeysMean')}</p>
      {keys.length > 0 && (
        <ul className={styles['lines']}>
          {keys.map(({ id, name, createdAt, backedUp }) => (
            <li key={id}>
              <span>
                <strong>{name}</strong> {t('me.since', { moment: moment(createdAt) })}
                {backedUp && ` · ${t('me.backedUp')}`}
              </span>
              {last ? (
                <span className={styles['meta']}>{t('me.onlyOne')}</span>
              ) : (
                <form action={dropPasskey}>
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" className={buttonClass('quiet')}>
                    {t('me.drop')}
                    <span className="visually-hidden"> {name}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      <NewPasskey />
    </Panel>
  );
}
