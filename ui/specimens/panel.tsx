import { Panel, TitleBlock } from '../panel.tsx';
import type { Specimen } from './specimen.ts';

export const panel: Specimen = {
  title: 'Panel y cajetín',
  file: 'ui/panel.tsx',
  states: [
    {
      name: 'panel',
      show: () => (
        <Panel title="Pendiente de revisar" id="p1" aside={<a href="#main">Revisar</a>}>
          <p>Nadie espera una revisión.</p>
        </Panel>
      ),
    },
    {
      name: 'cajetín',
      show: () => (
        <TitleBlock
          cells={[
            { label: 'Tipo', value: 'Envío' },
            { label: 'Carril', value: 'Emergencia' },
            { label: 'Versión', value: <a href="#main">versión 4</a> },
            { label: 'Empezó', value: '23 nov 2026, 21:55' },
            { label: 'Huella', value: <code>3f9a0c77b1d2</code> },
          ]}
        />
      ),
    },
  ],
};
