import { cookies } from 'next/headers';
import { locales } from '#locales/locale.ts';
import { buttonClass } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { setAppearance } from '../appearance.ts';
import { words } from '../words.ts';
import styles from './me.module.css';

/** The language and the light of the screens, kept with the official and on this browser. */
export async function Appearance() {
  const [{ t, locale }, jar] = [await words(), await cookies()];
  return (
    <form action={setAppearance} className={styles['appearance']}>
      <Select
        name="locale"
        label={t('shell.language')}
        defaultValue={locale}
        choices={locales.map((one) => ({ value: one, title: t(`language.${one}`), lang: one }))}
      />
      <Select
        name="theme"
        label={t('shell.light')}
        defaultValue={jar.get('theme')?.value ?? 'system'}
        choices={['system', 'light', 'dark'].map((one) => ({ value: one, title: t(`theme.${one}`) }))}
      />
      <button type="submit" className={buttonClass('plain')}>
        {t('shell.apply')}
      </button>
    </form>
  );
}
