import { useState } from 'react';
import { DurationField, type Span } from '../duration-field.tsx';
import type { Specimen } from './specimen.ts';

const words = {
  amount: 'Cantidad',
  unit: 'Unidad',
  less: 'Uno menos',
  more: 'Uno más',
  minutes: 'minutos',
  hours: 'horas',
  days: 'días',
  weeks: 'semanas',
};

export const durationField: Specimen = {
  title: 'Duración',
  file: 'ui/duration-field.tsx',
  small: true,
  states: [
    {
      name: 'normal',
      show: () => <Time first={{ amount: 48, unit: 'hours' }} hint="Antes de probar el siguiente canal." />,
    },
    { name: 'con error', show: () => <Time first={{ amount: 0, unit: 'days' }} error="Tiene que ser más que nada." /> },
  ],
};

function Time({ first, hint, error }: { first: Span; hint?: string; error?: string }) {
  const [value, setValue] = useState(first);
  return (
    <DurationField label="Cuánto se espera" value={value} onChange={setValue} hint={hint} error={error} words={words} />
  );
}
