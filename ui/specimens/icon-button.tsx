import { IconButton } from '../icon-button.tsx';
import type { Specimen } from './specimen.ts';

const nothing = () => undefined;

export const iconButton: Specimen = {
  title: 'Botón de icono',
  file: 'ui/icon-button.tsx',
  small: true,
  states: [
    { name: 'normal', show: () => <IconButton icon="plus" label="Acercar" keys="+" onAct={nothing} /> },
    {
      name: 'todavía no se puede',
      show: () => <IconButton icon="history" label="Deshacer" onAct={nothing} disabled />,
    },
  ],
};
