import { WallFigure } from '../wall-figure.tsx';
import type { Specimen } from './specimen.ts';
import styles from './specimens.module.css';

export const wallFigure: Specimen = {
  title: 'Cifra de pared',
  file: 'ui/wall-figure.tsx',
  wall: true,
  states: [
    {
      name: 'las cuatro',
      alone: true,
      show: () => (
        <dl className={styles['wall']} data-mode="wall">
          <WallFigure tone="help" icon="hand" word="Necesitan ayuda" figure="37" largest />
          <WallFigure tone="safe" icon="check" word="A salvo" figure="8.003" />
          <WallFigure tone="silent" icon="question" word="Sin respuesta" figure="4.172" />
          <WallFigure tone="plain" icon="people" word="Avisadas" figure="12.408" note="hace 2 s" />
        </dl>
      ),
    },
  ],
};
