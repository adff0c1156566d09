import { useState } from 'react';
import { Combobox } from '../combobox.tsx';
import type { Specimen } from './specimen.ts';

const places = [
  { key: '46118', title: 'Enguera', meta: 'Valencia, 46118' },
  { key: '46024', title: 'Anna', meta: 'Valencia, 46024' },
  { key: '46147', title: 'Llíria', meta: 'Valencia, 46147' },
  { key: '03014', title: 'Alacant', meta: 'Alicante, 03014' },
];

export const combobox: Specimen = {
  title: 'Elegir entre muchos',
  file: 'ui/combobox.tsx',
  small: true,
  states: [
    { name: 'sin elegir', show: () => <Place hint="Escriba las primeras letras." /> },
    { name: 'elegido', show: () => <Place first="46118" /> },
    { name: 'con error', show: () => <Place error="Elija un municipio de la lista." /> },
    { name: 'abierto', alone: true, press: 'Ver la lista', show: () => <Place written="n" /> },
  ],
};

function Place({
  first = null,
  hint,
  error,
  written,
}: {
  first?: string | null;
  hint?: string;
  error?: string;
  written?: string;
}) {
  const [chosen, setChosen] = useState(first);
  const [text, setText] = useState(written ?? '');
  const searched = written === undefined ? {} : { written: text, onWrite: setText };
  return (
    <Combobox
      label="Municipio"
      options={written === undefined ? places : places.filter(({ title }) => title.toLowerCase().includes(text))}
      chosen={chosen}
      onChoose={setChosen}
      {...searched}
      hint={hint}
      error={error}
      empty="Ningún municipio se llama así."
      words={{ open: 'Ver la lista', found: (n) => (n === 1 ? '1 municipio' : `${n} municipios`) }}
    />
  );
}
