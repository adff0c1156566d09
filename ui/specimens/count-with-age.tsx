import { CountWithAge } from '../count-with-age.tsx';
import type { Specimen } from './specimen.ts';

export const countWithAge: Specimen = {
  title: 'Cifra con su edad',
  file: 'ui/count-with-age.tsx',
  small: true,
  states: [
    {
      name: 'al día',
      show: () => (
        <dl>
          <CountWithAge figure="38.112" label="Entregados al operador" ageSeconds={2} age="hace 2 s" />
        </dl>
      ),
    },
    {
      name: 'con nota',
      show: () => (
        <dl>
          <CountWithAge
            figure="6.172"
            label="Sin confirmar"
            note="no sabemos si llegaron"
            ageSeconds={2}
            age="hace 2 s"
          />
        </dl>
      ),
    },
    {
      name: 'sin noticias: se agrisa y lo dice',
      show: () => (
        <dl>
          <CountWithAge figure="38.112" label="Entregados al operador" ageSeconds={41} age="hace 41 s" />
        </dl>
      ),
    },
    {
      name: 'cero',
      show: () => (
        <dl>
          <CountWithAge figure="0" label="Pendiente de revisar" ageSeconds={0} age="hace 0 s" />
        </dl>
      ),
    },
  ],
};
