import { ProgressBar } from '../progress-bar.tsx';
import type { Specimen } from './specimen.ts';

export const progressBar: Specimen = {
  title: 'Escala de avance',
  file: 'ui/progress-bar.tsx',
  states: [
    {
      name: 'a medias',
      show: () => (
        <ProgressBar
          value={8_236}
          max={12_408}
          label="Han llegado al final"
          figures="8.236 de 12.408 personas han llegado al final."
        />
      ),
    },
    {
      name: 'sin empezar',
      show: () => (
        <ProgressBar value={0} max={12_408} label="Sin empezar" figures="0 de 12.408 personas han llegado al final." />
      ),
    },
    {
      name: 'entera',
      show: () => (
        <ProgressBar
          value={12_408}
          max={12_408}
          label="Terminado"
          figures="Las 12.408 personas han llegado al final."
        />
      ),
    },
    {
      name: 'no se sabe de cuántas',
      show: () => <ProgressBar value={0} max={0} label="Entrando" figures="Entrando: ya hay 0 personas." />,
    },
  ],
};
