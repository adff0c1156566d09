import { Chip } from '../chip.tsx';
import { List } from '../list.tsx';
import { Waiting } from '../waiting.tsx';
import type { Specimen } from './specimen.ts';

export const list: Specimen = {
  title: 'Lista',
  file: 'ui/list.tsx',
  states: [
    {
      name: 'normal',
      show: () => (
        <List
          label="Contratos de canal"
          lines={[
            {
              key: 'a',
              icon: 'phone',
              title: 'Operador A',
              meta: 'SMS · de pruebas · hasta 200 por segundo',
              end: (
                <Chip look="ok" icon="check">
                  Funciona
                </Chip>
              ),
            },
            {
              key: 'b',
              icon: 'letter',
              title: 'Imprenta',
              meta: 'Carta · de pruebas',
              end: (
                <Chip look="ochre" icon="triangle">
                  Contrato vencido
                </Chip>
              ),
            },
            {
              key: 'c',
              icon: 'phone',
              title: <a href="#main">Operador B</a>,
              meta: 'SMS · de pruebas',
              end: (
                <Chip look="inverse" icon="octagon">
                  Caído
                </Chip>
              ),
            },
          ]}
        />
      ),
    },
    {
      name: 'con cifras',
      show: () => (
        <List
          lines={[
            { key: 'a', title: 'horas de descanso', end: '44' },
            { key: 'b', title: 'ritmo del contrato', end: '212' },
          ]}
        />
      ),
    },
    { name: 'cargando', show: () => <Waiting>Preguntando a la pasarela de pruebas…</Waiting> },
  ],
};
