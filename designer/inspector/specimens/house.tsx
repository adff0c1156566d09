import type { Specimen } from '#ui/specimens/specimen.ts';
import { node, state } from './specimen-parts.ts';
import { TryNode } from './try-node.tsx';

/** What reaches other systems, and the journey as a whole. */
export const houseSpecimens: Record<string, Specimen> = {
  connection: {
    title: 'Llamada a otro sistema',
    file: 'designer/controls/house/connection-control.tsx',
    small: true,
    states: [
      state('por una conexión', () => (
        <TryNode
          node={node('call', {
            endpoint: 'becas',
            method: 'POST',
            path: '/solicitudes/{{ citizen.ref }}',
            send: ['citizen.ref', 'citizen.mobile'],
            answers: { avisos: 'resultado.cuantia' },
          })}
        />
      )),
      state('sin conexión', () => <TryNode node={node('call', {})} />),
    ],
  },
  journey: {
    title: 'El recorrido',
    file: 'designer/inspector/journey-inspector.tsx',
    small: true,
    states: [
      state('con su marco', () => (
        <TryNode
          show="journey"
          node={node('end', { outcome: 'filed' })}
          journey={{
            purpose: 'Que ninguna familia con derecho pierda la beca',
            goals: [
              { id: 'filed', title: 'Ya ha presentado la solicitud', event: 'beca.presentada', outcome: 'filed' },
            ],
          }}
        />
      )),
    ],
  },
};
