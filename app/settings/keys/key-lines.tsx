import type { KeyLine } from '#drizzle/keys/key-list.ts';
import { Chip, type ChipLook } from '#ui/chip.tsx';
import { words } from '../../words.ts';
import { KeyActs } from './key-acts.tsx';
import styles from './keys.module.css';

/** Each key with how far it reaches, what it is good for, until when, and when each of its secrets was last used. */
export async function KeyLines({ keys }: { keys: KeyLine[] }) {
  const { t, moment } = await words();
  return (
    <ul className={styles['keys']}>
      {keys.map(({ id, name, unit, mode, scopes, state, expiresAt, secrets }) => (
        <li key={id} className={styles['key']}>
          <h2>
            {name} <Chip look={modeLook[mode]}>{t(`keys.mode-${mode}`)}</Chip>{' '}
            {state !== 'active' && (
              <Chip
                look={state === 'expiring' ? 'ochre' : 'inverse'}
                icon={state === 'expiring' ? 'triangle' : 'octagon'}
              >
                {t(`keys.state-${state}`)}
              </Chip>
            )}
          </h2>
          <p className={styles['meta']}>
            {unit} · {scopes.map((scope) => t(`keys.scope-${scope}`)).join(', ')} ·{' '}
            {t('keys.until', { moment: moment(expiresAt) })}
          </p>
          {(state === 'active' || state === 'expiring') && (
            <>
              <ul className={styles['secrets']}>
                {secrets.map((secret) => (
                  <li key={secret.createdAt}>
                    <code>{secret.prefix}…</code>
                    <span>
                      {secret.usedAt ? t('keys.used', { moment: moment(secret.usedAt) }) : t('keys.neverUsed')}
                      {secret.endsAt && ` · ${t('keys.oldUntil', { moment: moment(secret.endsAt) })}`}
                    </span>
                  </li>
                ))}
              </ul>
              {secrets.length === 0 && <p className={styles['meta']}>{t('keys.noSecret')}</p>}
              <KeyActs id={id} name={name} secrets={secrets.length} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const modeLook: Record<KeyLine['mode'], ChipLook> = { live: 'outline', team: 'outline', test: 'drill' };
