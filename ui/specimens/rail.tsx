import { Rail } from '../rail.tsx';
import { PlainLink } from './plain-link.tsx';
import type { Specimen } from './specimen.ts';

export const rail: Specimen = {
  title: 'Raíl',
  file: 'ui/rail.tsx',
  width: 1_000,
  states: [
    {
      name: 'con algo que espera y algo proyectado (en un teléfono lo sustituye la barra del pie)',
      show: () => (
        <Rail
          label="Secciones"
          planned="proyectado"
          Link={PlainLink}
          items={[
            { label: 'Inicio', icon: 'home', href: '#inicio', current: false },
            { label: 'En marcha', icon: 'flow', href: '#en-marcha', current: true },
            { label: 'Visto bueno', icon: 'sign', href: '#visto-bueno', current: false, count: '3' },
            { label: 'Personas', icon: 'people', href: null, current: false },
          ]}
        />
      ),
    },
  ],
};
