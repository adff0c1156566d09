import { Edge, edgeWidth } from '../edge.tsx';
import type { Specimen } from './specimen.ts';

const path = 'M80 4v32a8 8 0 0 0 8 8h104a8 8 0 0 1 8 8v60';

export const edge: Specimen = {
  title: 'Línea',
  file: 'ui/edge.tsx',
  small: true,
  states: [
    { name: 'sin gente', show: () => drawn({}) },
    { name: 'elegida', show: () => drawn({ state: 'chosen' }) },
    { name: 'recorrida paso a paso', show: () => drawn({ state: 'walked' }) },
    { name: 'proyectada', show: () => drawn({ state: 'projected' }) },
    { name: 'caudal: 4.172 de 41.203', show: () => drawn({ width: edgeWidth(4_172, 41_203) }) },
    { name: 'caudal: 41.203 de 41.203', show: () => drawn({ width: edgeWidth(41_203, 41_203), filling: true }) },
  ],
};

function drawn(props: Omit<Parameters<typeof Edge>[0], 'path'>) {
  return (
    <svg viewBox="0 0 280 116" width="280" height="116" aria-hidden>
      <Edge path={path} {...props} />
    </svg>
  );
}
