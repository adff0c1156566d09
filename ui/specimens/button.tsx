import { Button, buttonClass } from '../button.tsx';
import type { Specimen } from './specimen.ts';

export const button: Specimen = {
  title: 'Botón',
  file: 'ui/button.tsx',
  small: true,
  states: [
    { name: 'principal: uno por página', show: () => <Button look="primary">Pedir el visto bueno</Button> },
    { name: 'corriente', show: () => <Button>Guardar el borrador</Button> },
    {
      name: 'freno',
      show: () => (
        <Button look="brake" icon="pause">
          Pausar
        </Button>
      ),
    },
    { name: 'discreto', show: () => <Button look="quiet">Dejarlo como está</Button> },
    { name: 'con icono', show: () => <Button icon="download">Descargar</Button> },
    { name: 'todavía no se puede', show: () => <Button disabled>Enviar</Button> },
    {
      name: 'un enlace con el mismo aspecto',
      show: () => (
        <a href="#main" className={buttonClass('primary')}>
          Ver los recorridos
        </a>
      ),
    },
    {
      name: 'texto largo',
      show: () => <Button>Pedir el visto bueno a quienes pueden darlo en Protección Civil</Button>,
    },
  ],
};
