import { Icon } from '../icon.tsx';
import { Unfold } from '../unfold.tsx';
import type { Specimen } from './specimen.ts';

export const unfold: Specimen = {
  title: 'Lo que se despliega',
  file: 'ui/unfold.tsx',
  states: [
    { name: 'plegado', show: () => panel('folded') },
    { name: 'desplegado', alone: true, press: 'Unidad: Emergencias', show: () => panel('open') },
  ],
};

const panel = (id: string) => (
  <Unfold
    id={id}
    label="Unidad: Emergencias"
    trigger={
      <>
        Emergencias <Icon name="down" size={16} />
      </>
    }
  >
    <a href="#emergencias">Emergencias</a>
    <a href="#sociales">Servicios sociales</a>
  </Unfold>
);
