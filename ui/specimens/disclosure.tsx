import { Disclosure } from '../disclosure.tsx';
import type { Specimen } from './specimen.ts';

export const disclosure: Specimen = {
  title: 'Más sobre esto',
  file: 'ui/disclosure.tsx',
  small: true,
  states: [
    { name: 'cerrado', show: () => <Disclosure title="4 condiciones leídas">Vive en Enguera: sí.</Disclosure> },
    {
      name: 'abierto',
      show: () => (
        <Disclosure title="Cuándo usarlo" open>
          <p>Para informar sin pedir respuesta. Si se espera una contestación, use «Pregunta».</p>
        </Disclosure>
      ),
    },
  ],
};
