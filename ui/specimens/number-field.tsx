import { useState } from 'react';
import { NumberField } from '../number-field.tsx';
import type { Specimen } from './specimen.ts';

export const numberField: Specimen = {
  title: 'Cifra',
  file: 'ui/number-field.tsx',
  small: true,
  states: [
    { name: 'normal', show: () => <People first={41_203} hint="Escríbalas para seguir." /> },
    { name: 'con error', show: () => <People first={12} error="No son las personas a las que va a avisar." /> },
    { name: 'no se puede cambiar', show: () => <People first={200} disabled /> },
  ],
};

function People({
  first,
  hint,
  error,
  disabled = false,
}: {
  first: number;
  hint?: string;
  error?: string;
  disabled?: boolean;
}) {
  const [value, setValue] = useState(first);
  return (
    <NumberField
      label="Personas"
      value={value}
      onChange={setValue}
      least={0}
      hint={hint}
      error={error}
      isDisabled={disabled}
      words={{ less: 'Una menos', more: 'Una más' }}
    />
  );
}
