import type { Grant } from '#engine/office/permission.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import type { RailItem } from '#ui/rail.tsx';
import { Unfold } from '#ui/unfold.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { isOpen } from '../may-open.ts';
import { words } from '../words.ts';
import styles from './more.module.css';

/** On a phone, everything that the bar at its foot has no room for. */
export async function More({ items, grants }: { items: RailItem[]; grants: readonly Grant[] }) {
  const { t } = await words();
  const anywhere: { path: string; icon: IconName; word: string }[] = [
    { path: '/launch', icon: 'megaphone', word: t('shell.newAlert') },
    { path: '/sandbox', icon: 'phone', word: t('shell.sandbox') },
    { path: '/learn', icon: 'help', word: t('shell.help') },
    { path: '/me', icon: 'person', word: t('me.title') },
  ];
  return (
    <Unfold
      id="more"
      look="foot"
      place="foot"
      label={t('shell.more')}
      trigger={
        <>
          <Icon name="bars" />
          {t('shell.more')}
        </>
      }
    >
      <ul className={styles['more']}>
        {items.map(
          ({ href, icon, label, current }) =>
            href !== null && (
              <li key={href}>
                <Link href={href} aria-current={current ? 'page' : undefined}>
                  <Icon name={icon} />
                  {label}
                </Link>
              </li>
            ),
        )}
        {anywhere
          .filter(({ path }) => isOpen(grants, path))
          .map(({ path, icon, word }) => (
            <li key={path}>
              <Link href={path}>
                <Icon name={icon} />
                {word}
              </Link>
            </li>
          ))}
      </ul>
    </Unfold>
  );
}
