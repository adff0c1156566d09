import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import type { Specimen } from './specimen.ts';

export const menu: Specimen = {
  title: 'Menú',
  file: 'ui/menu.tsx',
  small: true,
  states: [
    {
      name: 'abierto',
      alone: true,
      press: 'Marta Soler',
      show: () => (
        <Menu
          label="Marta Soler"
          look="plain"
          lines={[
            {
              key: 'units',
              title: 'Trabajar en',
              lines: [
                { key: 'a', title: 'Emergencias', meta: 'responsable' },
                { key: 'b', title: 'Servicios sociales', meta: 'lectura' },
              ],
            },
            { key: 'me', title: 'Mi cuenta', icon: 'person', href: '#main' },
            { key: 'out', title: 'Salir', icon: 'leave' },
          ]}
        >
          <Icon name="person" /> Marta Soler
        </Menu>
      ),
    },
  ],
};
