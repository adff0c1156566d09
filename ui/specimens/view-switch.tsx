import { ViewSwitch } from '../view-switch.tsx';
import { PlainLink } from './plain-link.tsx';
import type { Specimen } from './specimen.ts';

export const viewSwitch: Specimen = {
  title: 'Forma de verlo',
  file: 'ui/view-switch.tsx',
  small: true,
  states: [
    {
      name: 'dos formas',
      show: () => (
        <ViewSwitch
          label="Forma de verlo"
          Link={PlainLink}
          views={[
            { key: 'canvas', title: 'Dibujo', href: '?view=canvas', current: true },
            { key: 'table', title: 'Tabla', href: '?view=table', current: false },
          ]}
        />
      ),
    },
  ],
};
