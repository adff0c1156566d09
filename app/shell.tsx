import type { ReactNode } from 'react';
import { house as readHouse } from '#drizzle/queries/house.ts';
import { may, unitsWhere } from '#engine/office/permission.ts';
import { Announcer } from '#ui/announcer.tsx';
import { buttonClass } from '#ui/button.tsx';
import { FootBar } from '#ui/foot-bar.tsx';
import { Icon } from '#ui/icon.tsx';
import { ModeStrip } from '#ui/mode-strip.tsx';
import { Rail, type RailItem } from '#ui/rail.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { CalmLink as Link } from './calm-link.tsx';
import { database } from './database.ts';
import { LiveWords } from './live-words.tsx';
import { isOpen, railFor } from './may-open.ts';
import { officialNow } from './official.ts';
import type { RailKey } from './pages.ts';
import { leftOf } from './session-left.ts';
import { SessionWatch } from './session-watch.tsx';
import { Connection } from './shell/connection.tsx';
import { Going } from './shell/going.tsx';
import { Me } from './shell/me.tsx';
import { More } from './shell/more.tsx';
import { RunningStrip } from './shell/running-strip.tsx';
import { Search } from './shell/search.tsx';
import { UnitSwitch } from './shell/unit-switch.tsx';
import styles from './shell.module.css';
import { words } from './words.ts';

/**
 * The house around every staff page: strips, top bar, rail, main. `drill` frames the whole window, since what the page
 * shows is a drill; a live emergency is announced on every page. `run`: the page shows this run, with a brake of its own.
 */
export async function Shell({
  current,
  drill = false,
  run,
  wide = false,
  children,
}: {
  current: RailKey | null;
  drill?: boolean;
  run?: string;
  /** The page takes the whole window: a drawing. */
  wide?: boolean;
  children: ReactNode;
}) {
  const official = await officialNow();
  const grants = official?.grants ?? [];
  const [{ t, number }, house] = [
    await words(),
    await readHouse(database(), unitsWhere(grants, 'home.see'), {
      units: unitsWhere(grants, 'request.decide'),
      officialId: official?.id ?? null,
    }),
  ];
  const items: RailItem[] = railFor(grants).map(({ key, icon, href }) => ({
    label: t(`rail.${key}`),
    icon,
    href,
    current: key === current,
    count: key === 'requests' && house.waiting > 0 ? number(house.waiting) : undefined,
  }));
  const emergency = house.running.some((one) => one.emergency);
  return (
    <div className={styles['shell']} data-mode={drill ? 'drill' : emergency ? 'live' : undefined}>
      <a href="#main" className={styles['skip']}>
        {t('shell.skip')}
      </a>
      <LiveWords of={['brake', 'search', 'seeking', 'offline', 'session']}>
        <Announcer>
          {drill && (
            <ModeStrip mode="drill" word={t('shell.drill')}>
              {t('shell.drillMeans')}
            </ModeStrip>
          )}
          <RunningStrip house={house} grants={grants} shown={run} />
          <TopBar
            unit={<UnitSwitch units={house.units} />}
            home={t('rail.home')}
            search={official && <Search />}
            Link={Link}
          >
            {house.waiting > 0 && isOpen(grants, '/requests') && (
              <Link href="/requests" className={styles['approvals']}>
                <Icon name="sign" />
                {t('shell.approvals', { n: house.waiting })}
              </Link>
            )}
            {isOpen(grants, '/launch') && may(grants, 'run.ask-to-launch', null) && (
              <Link href="/launch" className={`${buttonClass('plain')} ${styles['launch']}`}>
                <Icon name="megaphone" />
                {t('shell.newAlert')}
              </Link>
            )}
            {isOpen(grants, '/learn') && (
              <Link href="/learn" className={styles['help']}>
                <Icon name="help" />
                <span className={styles['helpWord']}>{t('shell.help')}</span>
              </Link>
            )}
            <Me official={official} />
          </TopBar>
          <Connection />
          <Going />
          <div className={`${styles['body']} ${wide ? styles['slim'] : ''}`}>
            <Rail label={t('rail.label')} planned={t('rail.planned')} Link={Link} items={items} slim={wide} />
            <main id="main" className={`${styles['main']} ${wide ? styles['wide'] : ''}`} tabIndex={-1}>
              {children}
            </main>
          </div>
          {official && <SessionWatch left={leftOf(official)} />}
          <FootBar
            label={t('rail.label')}
            Link={Link}
            items={footItems(items)}
            more={<More items={items} grants={grants} />}
          />
        </Announcer>
      </LiveWords>
    </div>
  );
}

/** The four places that a phone shows at once: what waits and what runs come before what is prepared at a desk. */
function footItems(items: RailItem[]): (RailItem & { href: string })[] {
  const order = ['home', 'flow', 'sign', 'desk', 'route', 'people', 'settings'];
  return items
    .flatMap((item) => (item.href === null ? [] : [{ ...item, href: item.href }]))
    .sort((a, b) => order.indexOf(a.icon) - order.indexOf(b.icon))
    .slice(0, 4);
}
