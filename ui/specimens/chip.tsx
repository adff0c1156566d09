import { Chip } from '../chip.tsx';
import type { Specimen } from './specimen.ts';

export const chip: Specimen = {
  title: 'Etiqueta',
  file: 'ui/chip.tsx',
  small: true,
  states: [
    { name: 'un dato', show: () => <Chip>versión 4</Chip> },
    {
      name: 'funciona',
      show: () => (
        <Chip look="ok" icon="check">
          Funciona
        </Chip>
      ),
    },
    {
      name: 'conviene saber',
      show: () => (
        <Chip look="ochre" icon="triangle">
          Conviene saber
        </Chip>
      ),
    },
    {
      name: 'impide publicar',
      show: () => (
        <Chip look="inverse" icon="octagon">
          Impide publicar
        </Chip>
      ),
    },
    { name: 'simulacro', show: () => <Chip look="drill">SIMULACRO</Chip> },
    { name: 'emergencia', show: () => <Chip look="live">EMERGENCIA</Chip> },
  ],
};
