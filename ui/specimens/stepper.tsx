import { Stepper } from '../stepper.tsx';
import { PlainLink } from './plain-link.tsx';
import type { Specimen } from './specimen.ts';

const words = { done: 'hecho', current: 'está aquí', todo: 'por hacer', problem: 'falta algo' };

export const stepper: Specimen = {
  title: 'Partes de un trabajo',
  file: 'ui/stepper.tsx',
  states: [
    {
      name: 'a medias',
      show: () => (
        <Stepper
          label="Preparar la alerta"
          words={words}
          Link={PlainLink}
          steps={[
            { key: 'what', title: 'Qué pasa', state: 'done', note: 'Incendio forestal', href: '#what' },
            {
              key: 'who',
              title: 'A quién',
              state: 'problem',
              note: '41.203 personas; 612 sin ningún canal',
              href: '#who',
            },
            { key: 'words', title: 'Qué se dice', state: 'current', href: '#words' },
            { key: 'when', title: 'Cuándo', state: 'todo', href: '#when' },
            { key: 'sign', title: 'Visto bueno', state: 'todo' },
          ]}
        />
      ),
    },
  ],
};
