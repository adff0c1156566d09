import { useState } from 'react';
import { DateField } from '../date-field.tsx';
import type { Specimen } from './specimen.ts';

export const dateField: Specimen = {
  title: 'Fecha',
  file: 'ui/date-field.tsx',
  small: true,
  states: [
    { name: 'sin escribir', show: () => <Day first={null} hint="Último día para presentar la solicitud." /> },
    { name: 'escrita', show: () => <Day first="2026-07-02" /> },
    { name: 'con error', show: () => <Day first="2026-01-01" error="Tiene que ser posterior a hoy." /> },
    { name: 'con el calendario', alone: true, press: 'Ver el calendario', show: () => <Day first="2026-07-02" /> },
  ],
};

function Day({ first, hint, error }: { first: string | null; hint?: string; error?: string }) {
  const [day, setDay] = useState(first);
  return (
    <DateField
      label="Fin del plazo"
      value={day}
      onChange={setDay}
      hint={hint}
      error={error}
      words={{ open: 'Ver el calendario', before: 'Mes anterior', after: 'Mes siguiente' }}
    />
  );
}
