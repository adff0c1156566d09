import { demonstrationOfficials } from '#drizzle/queries/demonstration-officials.ts';
import { database } from '../database.ts';
import { words } from '../words.ts';
import styles from './demonstration.module.css';
import { enterAs } from './enter-as.ts';

/** The door of the demonstration: says loudly what it is, and lets in as any of its invented officials with one click. */
export async function Demonstration({ to }: { to: string }) {
  const [{ t }, invented] = [await words(), await demonstrationOfficials(database())];
  return (
    <section aria-labelledby="demonstration" className={styles['demonstration']}>
      <header>
        <h2 id="demonstration">{t('signIn.demonstration')}</h2>
        <p>{t('signIn.demonstrationMeans')}</p>
      </header>
      <form action={enterAs}>
        <input type="hidden" name="to" value={to} />
        <ul>
          {invented.map(({ id, name, roles }) => (
            <li key={id}>
              <button type="submit" name="official" value={id}>
                <strong>{t('signIn.enterAs', { name })}</strong>
                <span>
                  {byUnit(roles)
                    .map(([unit, held]) => `${held.map((role) => t(`role.${role}`)).join(', ')} · ${unit}`)
                    .join(' — ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}

/** The roles held in each unit, in the order they come. */
function byUnit(roles: { role: string; unit: string }[]): [unit: string, roles: string[]][] {
  const units = new Map<string, string[]>();
  for (const { role, unit } of roles) units.set(unit, [...(units.get(unit) ?? []), role]);
  return [...units];
}
