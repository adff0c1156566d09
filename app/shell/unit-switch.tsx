import { Icon } from '#ui/icon.tsx';
import { Unfold } from '#ui/unfold.tsx';
import { unitChosen } from '../unit-chosen.ts';
import { words } from '../words.ts';
import { chooseUnit } from './choose-unit.ts';
import styles from './unit-switch.module.css';

/** The unit one works in; whoever works in several chooses one, or sees all of them together. */
export async function UnitSwitch({ units }: { units: { id: string; name: string }[] }) {
  const { t } = await words();
  const [only] = units;
  if (!only) return <span>{t('shell.noUnit')}</span>;
  if (units.length === 1) return <span>{only.name}</span>;
  const chosen = await unitChosen(units.map(({ id }) => id));
  const name = units.find(({ id }) => id === chosen)?.name ?? t('shell.allUnits', { n: units.length });
  return (
    <Unfold
      id="units"
      label={t('shell.unitNow', { name })}
      trigger={
        <>
          <span className={styles['name']}>{name}</span>
          <Icon name="down" size={16} />
        </>
      }
    >
      <form action={chooseUnit}>
        <ul className={styles['units']}>
          {[{ id: '', name: t('shell.allUnits', { n: units.length }) }, ...units].map((unit) => (
            <li key={unit.id}>
              <button
                type="submit"
                name="unit"
                value={unit.id}
                aria-current={unit.id === (chosen ?? '') ? 'true' : undefined}
              >
                {unit.name}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Unfold>
  );
}
