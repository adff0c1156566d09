import { ProblemList } from '../problem-list.tsx';
import type { Specimen } from './specimen.ts';

const words = { error: 'Impide publicar', warning: 'Conviene saber' };

export const problemList: Specimen = {
  title: 'Lo que falta',
  file: 'ui/problem-list.tsx',
  states: [
    {
      name: 'las dos clases',
      show: () => (
        <ProblemList
          words={words}
          problems={[
            {
              severity: 'error',
              place: 'Aviso de apertura',
              sentence: 'Falta el texto de SMS en valencià.',
              action: <a href="#main">Ir al texto</a>,
            },
            {
              severity: 'warning',
              place: 'Segundo aviso',
              sentence: 'Quien no tenga móvil no se enterará: añada una llamada al fijo, un correo o una carta.',
            },
          ]}
        />
      ),
    },
    { name: 'ninguna', show: () => <ProblemList words={words} problems={[]} none="Nada impide publicar." /> },
  ],
};
