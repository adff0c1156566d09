import { Tabs } from '../tabs.tsx';
import type { Specimen } from './specimen.ts';

export const tabs: Specimen = {
  title: 'Pestañas',
  file: 'ui/tabs.tsx',
  states: [
    {
      name: 'textos por idioma',
      show: () => (
        <Tabs
          label="Idiomas del aviso"
          tabs={[
            { key: 'es', title: 'Español', lang: 'es', content: <p>Salga ya hacia Anna por la CV-590.</p> },
            {
              key: 'ca',
              title: 'Valencià',
              lang: 'ca',
              count: '1',
              content: <p lang="ca">Isca ja cap a Anna per la CV-590.</p>,
            },
            {
              key: 'en',
              title: 'English',
              lang: 'en',
              content: <p lang="en">Leave now towards Anna on the CV-590.</p>,
            },
          ]}
        />
      ),
    },
  ],
};
