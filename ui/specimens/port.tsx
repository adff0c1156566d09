import { Port } from '../port.tsx';
import type { Specimen } from './specimen.ts';

export const port: Specimen = {
  title: 'Salida de un paso',
  file: 'ui/port.tsx',
  small: true,
  states: [
    { name: 'con línea', show: () => <Port label="llegó" /> },
    { name: 'todavía no lleva a ninguna parte', show: () => <Port label="sin respuesta" state="open" /> },
    { name: 'se está apuntando a ella', show: () => <Port label="sin canal" state="aimed" /> },
    { name: 'nombre largo', show: () => <Port label="Necesito que alguien venga a buscarme" /> },
  ],
};
