import { Prose } from '../prose.tsx';
import type { Specimen } from './specimen.ts';

const text = `# Aviso

Dice algo a la persona por el primer canal que funcione.

## Cuándo usarlo

- Para **informar** sin pedir respuesta.
- Si se espera una contestación, use «Pregunta».

El nombre interno es \`notify\`.`;

export const prose: Specimen = {
  title: 'Texto de ayuda',
  file: 'ui/prose.tsx',
  states: [{ name: 'párrafos, títulos y lista', show: () => <Prose text={text} /> }],
};
