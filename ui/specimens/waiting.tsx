import { Waiting } from '../waiting.tsx';
import type { Specimen } from './specimen.ts';

export const waiting: Specimen = {
  title: 'Cargando',
  file: 'ui/waiting.tsx',
  states: [
    { name: 'líneas', show: () => <Waiting>Contando a las personas de Enguera y Anna…</Waiting> },
    {
      name: 'cifras',
      show: () => (
        <Waiting shape="figures" rows={6}>
          Preguntando cómo va el envío…
        </Waiting>
      ),
    },
    { name: 'dibujo', show: () => <Waiting shape="drawing">Preparando el dibujo…</Waiting> },
  ],
};
