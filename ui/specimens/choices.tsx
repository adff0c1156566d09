import { Choices } from '../choices.tsx';
import type { Specimen } from './specimen.ts';

const classes = [
  {
    value: 'emergency',
    title: 'Emergencia',
    means: 'Sale siempre, a cualquier hora y por todos los canales a la vez.',
  },
  { value: 'service', title: 'De servicio', means: 'Respeta las horas de descanso.' },
  { value: 'informative', title: 'Informativa', means: 'Solo a quien la haya pedido.' },
];

export const choices: Specimen = {
  title: 'Elegir a la vista',
  file: 'ui/choices.tsx',
  small: true,
  states: [
    {
      name: 'una',
      show: () => <Choices label="Clase de mensaje" name="class" options={classes} chosen={['service']} />,
    },
    {
      name: 'varias',
      show: () => (
        <Choices
          label="Idiomas"
          name="languages"
          kind="many"
          hint="Se pedirá un texto en cada uno."
          chosen={['es', 'ca']}
          options={[
            { value: 'es', title: 'Español' },
            { value: 'ca', title: 'Valencià' },
            { value: 'ar', title: 'العربية', disabled: true, means: 'Todavía no hay quien lo revise.' },
          ]}
        />
      ),
    },
    {
      name: 'con error',
      show: () => <Choices label="Clase de mensaje" name="class-2" options={classes} error="Elija una clase." />,
    },
  ],
};
