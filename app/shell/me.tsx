import { buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Unfold } from '#ui/unfold.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import type { Official } from '../official.ts';
import { leave } from '../sign-in/leave.ts';
import { words } from '../words.ts';
import { Appearance } from './appearance.tsx';
import styles from './me.module.css';

/** Who is signed in, with what they keep for themselves: their page, language and light, and the way out. */
export async function Me({ official }: { official: Official | null }) {
  const { t } = await words();
  return (
    <Unfold
      id="me"
      label={official ? t('shell.meOf', { name: official.name }) : t('shell.appearance')}
      trigger={
        <>
          <Icon name="person" />
          <span className={styles['name']}>{official?.name ?? t('shell.appearance')}</span>
        </>
      }
    >
      {official && (
        <div className={styles['who']}>
          <strong>{official.name}</strong>
          <Link href="/me">{t('me.title')}</Link>
        </div>
      )}
      <Appearance />
      {official && (
        <form action={leave}>
          <button type="submit" className={buttonClass('plain')}>
            <Icon name="leave" />
            {t('me.leave')}
          </button>
        </form>
      )}
    </Unfold>
  );
}
