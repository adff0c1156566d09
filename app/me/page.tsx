import type { Metadata } from 'next';
import { secondFactorsOf } from '#drizzle/queries/second-factors.ts';
import { unitNames } from '#drizzle/queries/units.ts';
import { buttonClass } from '#ui/button.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { Shell } from '../shell.tsx';
import { leave } from '../sign-in/leave.ts';
import { words } from '../words.ts';
import { Authenticator } from './authenticator/authenticator.tsx';
import styles from './me.module.css';
import { Passkeys } from './passkeys/passkeys.tsx';
import { Password } from './password/password.tsx';
import { RecoveryCodes } from './recovery/recovery-codes.tsx';
import { Sessions } from './sessions/sessions.tsx';

type Props = { searchParams: Promise<{ need?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('me.title') };
}

/** What an official keeps for themselves: what they may do, how they prove who they are, where they are signed in. */
export default async function Me({ searchParams }: Props) {
  const official = await requirePage('/me');
  const [{ t }, { need }, has] = [await words(), await searchParams, await secondFactorsOf(database(), official.id)];
  const units = await unitNames(
    database(),
    official.grants.map(({ unitId }) => unitId),
  );
  const wanted = need === 'second-factor' || need === 'passkey' ? need : undefined;
  return (
    <Shell current={null}>
      <div className={styles['head']}>
        <h1>{official.name}</h1>
        <form action={leave}>
          <button type="submit" className={buttonClass('plain')}>
            {t('me.leave')}
          </button>
        </form>
      </div>
      <p>
        {official.email}
        {official.grants.map(({ unitId, role }) => (
          <span key={`${unitId} ${role}`} className={styles['meta']}>
            {t('me.grant', { role: t(`role.${role}`), unit: units.get(unitId) ?? '' })}
          </span>
        ))}
      </p>
      {wanted && <p className={styles['need']}>{t(`me.need-${wanted}`)}</p>}
      <LiveWords of={['me', 'signIn', 'form', 'password']}>
        <div className={styles['columns']}>
          <Passkeys official={official} has={has} />
          <Authenticator has={has} />
          <RecoveryCodes official={official} has={has} />
          {has.password && <Password />}
          <Sessions official={official} />
        </div>
      </LiveWords>
    </Shell>
  );
}
