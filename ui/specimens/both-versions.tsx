import { BothVersions } from '../both-versions.tsx';
import type { Specimen } from './specimen.ts';

const line = (key: string, label: string, value: string) => ({ key, label, value });

export const bothVersions: Specimen = {
  title: 'Dos versiones a la vez',
  file: 'ui/both-versions.tsx',
  states: [
    {
      name: 'cambió un texto',
      show: () => (
        <BothVersions
          words={{ differs: 'distinto', keepMine: 'Guardar la mía', keepTheirs: 'Quedarme con la suya' }}
          onKeep={() => undefined}
          mine={{
            title: 'La suya',
            meta: 'escrita ahora, sin guardar',
            lines: [line('t', 'Título', 'Segundo aviso'), line('s', 'SMS', 'Salga ya hacia Anna por la CV-590.')],
          }}
          theirs={{
            title: 'La que hay guardada',
            meta: 'Mateo Ferrer, hace 2 min',
            lines: [line('t', 'Título', 'Segundo aviso'), line('s', 'SMS', 'Salga ya hacia Canals por la CV-590.')],
          }}
        />
      ),
    },
  ],
};
