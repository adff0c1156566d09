import { Icon, type IconName, icons } from '../icon.tsx';
import type { Specimen } from './specimen.ts';
import styles from './specimens.module.css';

export const icon: Specimen = {
  title: 'Iconos',
  file: 'ui/icon.tsx',
  states: [
    {
      name: 'todos',
      show: () => (
        <ul className={styles['icons']}>
          {(Object.keys(icons) as IconName[]).map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      ),
    },
  ],
};
