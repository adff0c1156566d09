import Link from 'next/link';
import type { ReactNode } from 'react';
import { house as readHouse } from '#drizzle/queries/house.ts';
import { type Grant, may, unitsWhere } from '#engine/office/permission.ts';
import { locales } from '#locales/locale.ts';
import { Announcer } from '#ui/announcer.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { ModeStrip } from '#ui/mode-strip.tsx';
import { Rail } from '#ui/rail.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { setAppearance } from './appearance.ts';
import { database } from './database.ts';
import { LiveWords } from './live-words.tsx';
import { officialNow } from './official.ts';
import { pages, type RailKey, rail } from './pages.ts';
import { leftOf } from './session-left.ts';
import { SessionWatch } from './session-watch.tsx';
import styles from './shell.module.css';
import { words } from './words.ts';

/**
 * The house around every staff page: strips, top bar, rail, main. `drill` frames the whole window, since what the page
 * shows is a drill; a live emergency is announced on every page.
 */
export async function Shell({
  current,
  drill = false,
  children,
}: {
  current: RailKey | null;
  drill?: boolean;
  children: ReactNode;
}) {
  const official = await officialNow();
  const grants = official?.grants ?? [];
  const [{ t }, house] = [await words(), await readHouse(database(), unitsWhere(grants, 'home.see'))];
  return (
    <div className={styles['shell']} data-mode={drill ? 'drill' : house.emergency ? 'live' : undefined}>
      <a href="#main" className={styles['skip']}>
        {t('shell.skip')}
      </a>
      {drill && (
        <ModeStrip mode="drill" word={t('shell.drill')}>
          {t('shell.drillMeans')}
        </ModeStrip>
      )}
      {house.emergency && (
        <ModeStrip mode="live" word={t('shell.live')}>
          <Link href={`/runs/${house.emergency.id}`}>{house.emergency.title}</Link>
        </ModeStrip>
      )}
      <TopBar unit={house.units.join(' · ') || t('shell.noUnit')} home={t('rail.home')} Link={Link}>
        {may(grants, 'sandbox.use', null) && (
          <Link href="/sandbox" className={styles['end']}>
            <Icon name="phone" />
            <span>{t('shell.sandbox')}</span>
          </Link>
        )}
        {official && (
          <Link href="/me" className={styles['end']}>
            {official.name}
          </Link>
        )}
        <Appearance />
      </TopBar>
      <div className={styles['body']}>
        <Rail
          label={t('rail.label')}
          planned={t('rail.planned')}
          Link={Link}
          items={rail
            .filter(({ href }) => mayOpen(grants, href))
            .map(({ key, icon, href }) => ({ label: t(`rail.${key}`), icon, href, current: key === current }))}
        />
        <main id="main" className={styles['main']} tabIndex={-1}>
          <Announcer>{children}</Announcer>
          {official && (
            <LiveWords of={['session']}>
              <SessionWatch left={leftOf(official)} />
            </LiveWords>
          )}
        </main>
      </div>
    </div>
  );
}

/** What is planned is shown to everybody; what is built, to whoever may open it. */
function mayOpen(grants: readonly Grant[], href: string | null): boolean {
  const action = pages.find(({ path }) => path === href)?.action ?? 'anyone';
  return action === 'anyone' || action === 'signed-in' || may(grants, action, null);
}

async function Appearance() {
  const { t, locale } = await words();
  return (
    <details className={styles['appearance']}>
      <summary>{t('shell.appearance')}</summary>
      <form action={setAppearance}>
        <label>
          {t('shell.language')}
          <select name="locale" defaultValue={locale}>
            {locales.map((one) => (
              <option key={one} value={one} lang={one}>
                {t(`language.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('shell.light')}
          <select name="theme">
            {['system', 'light', 'dark'].map((one) => (
              <option key={one} value={one}>
                {t(`theme.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass('plain')}>
          {t('shell.apply')}
        </button>
      </form>
    </details>
  );
}
