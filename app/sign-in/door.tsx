import type { ReactNode } from 'react';
import { locales } from '#locales/locale.ts';
import { Mark } from '#ui/mark.tsx';
import { setAppearance } from '../appearance.ts';
import { words } from '../words.ts';
import styles from './door.module.css';

/** The frame of every page that is seen before signing in: the plan of a river on one side, one thing to do on the other. */
export async function Door({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  const { t, locale } = await words();
  return (
    <div className={styles['door']}>
      <header className={styles['head']}>
        <Mark size={32} />
        <span className={styles['word']}>Cauce</span>
        <form action={setAppearance} className={styles['languages']} aria-label={t('shell.language')}>
          {locales.map((one) => (
            <button key={one} type="submit" name="locale" value={one} lang={one} aria-pressed={one === locale}>
              {t(`language.${one}`)}
            </button>
          ))}
        </form>
      </header>
      <main className={styles['main']} id="main">
        <h1>{title}</h1>
        <div className={styles['columns']}>
          {aside}
          <section className={styles['work']}>{children}</section>
        </div>
      </main>
      <Plan />
    </div>
  );
}

/** Contours, the river between its banks, and a section across it: linework only. */
function Plan() {
  return (
    <svg className={styles['plan']} viewBox="0 0 1200 260" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <g className={styles['faint']}>
        <path d="M0 40c160-70 300 30 470-10s260-60 420 0 220 10 310-20" />
        <path d="M0 66c160-66 300 30 470-8s260-56 420 2 220 8 310-20" />
        <path d="M0 92c160-60 300 30 470-6s260-50 420 4 220 6 310-18" />
        <path d="M0 226c170-36 300 24 470 0s280-40 430-4 220 8 300-12" />
        <path d="M0 246c170-32 300 22 470 0s280-36 430-4 220 8 300-10" />
      </g>
      <path className={styles['bank']} d="M0 124c160-58 310 34 480 0s260-48 420 4 210 6 300-16" />
      <path className={styles['bank']} d="M0 200c170-44 310 28 480 0s280-44 430-4 210 8 290-14" />
      <g className={styles['water']}>
        <path d="M0 148c165-54 310 32 480 0s270-46 425 0 212 8 295-16" />
        <path d="M0 164c165-50 310 30 480 0s270-44 425 0 212 8 295-16" />
        <path d="M0 180c165-48 310 30 480 0s270-44 425 0 212 8 295-16" />
      </g>
      <path className={styles['bank']} d="M760 60v170M752 60h16M752 230h16" strokeDasharray="14 5 3 5" />
    </svg>
  );
}
