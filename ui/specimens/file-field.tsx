import { FileField } from '../file-field.tsx';
import type { Specimen } from './specimen.ts';

const words = { name: 'file', label: 'Fichero de un recorrido', choose: 'Elegir un fichero o soltarlo aquí' };

export const fileField: Specimen = {
  title: 'Fichero',
  file: 'ui/file-field.tsx',
  small: true,
  states: [
    { name: 'sin elegir', show: () => <FileField {...words} id="a" hint="De 5 MB como mucho." /> },
    { name: 'con error', show: () => <FileField {...words} id="b" error="El fichero está vacío." /> },
  ],
};
