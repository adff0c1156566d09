import { Button } from '../button.tsx';
import { Notice } from '../notice.tsx';
import type { Specimen } from './specimen.ts';

export const notice: Specimen = {
  title: 'Nota a la página',
  file: 'ui/notice.tsx',
  states: [
    {
      name: 'informa',
      show: () => (
        <Notice>
          <p>El nombre y los datos de contacto no se muestran en esta página.</p>
        </Notice>
      ),
    },
    {
      name: 'conviene saber',
      show: () => (
        <Notice look="ochre" action={<Button>Volver a conectar</Button>}>
          <p>Esta pantalla no recibe datos desde hace 40 s. El envío sigue su curso.</p>
        </Notice>
      ),
    },
    {
      name: 'impide seguir',
      show: () => (
        <Notice look="ink">
          <p>Dos personas lo han cambiado a la vez. Elija qué versión vale antes de seguir.</p>
        </Notice>
      ),
    },
  ],
};
