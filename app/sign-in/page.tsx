import type { Metadata } from 'next';
import { demonstrationOfficials } from '#drizzle/queries/demonstration-officials.ts';
import { buttonClass } from '#ui/button.tsx';
import { Mark } from '#ui/mark.tsx';
import { database } from '../database.ts';
import { isDemonstration } from '../demonstration.ts';
import { words } from '../words.ts';
import { enterAs } from './enter-as.ts';
import styles from './sign-in.module.css';
import { wayBack } from './way-back.ts';

type Props = { searchParams: Promise<{ to?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('signIn.title') };
}

/** The door. A demonstration says so, and offers its invented officials. */
export default async function SignIn({ searchParams }: Props) {
  const [{ t }, invented] = [await words(), isDemonstration() ? await demonstrationOfficials(database()) : []];
  const to = wayBack((await searchParams).to);
  return (
    <main className={styles['door']} id="main">
      <Mark size={40} />
      <h1>{t('signIn.title')}</h1>
      {invented.length > 0 && (
        <section aria-labelledby="demonstration" className={styles['demonstration']}>
          <h2 id="demonstration">{t('signIn.demonstration')}</h2>
          <p>{t('signIn.demonstrationMeans')}</p>
          <form action={enterAs}>
            <input type="hidden" name="to" value={to} />
            <ul>
              {invented.map(({ id, name, roles }) => (
                <li key={id}>
                  <button type="submit" name="official" value={id} className={buttonClass('plain')}>
                    {t('signIn.enterAs', { name })}
                  </button>
                  <span>{roles.map(({ role, unit }) => `${t(`role.${role}`)} (${unit})`).join(', ')}</span>
                </li>
              ))}
            </ul>
          </form>
        </section>
      )}
    </main>
  );
}
