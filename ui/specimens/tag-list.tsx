import { useState } from 'react';
import { TagList } from '../tag-list.tsx';
import type { Specimen } from './specimen.ts';

export const tagList: Specimen = {
  title: 'Lo elegido',
  file: 'ui/tag-list.tsx',
  small: true,
  states: [
    { name: 'con tres', show: () => <Places first={['Enguera', 'Anna', 'Navalón de Arriba']} /> },
    { name: 'sin nada', show: () => <Places first={[]} /> },
  ],
};

function Places({ first }: { first: string[] }) {
  const [places, setPlaces] = useState(first);
  return (
    <TagList
      label="Municipios"
      tags={places.map((title) => ({ key: title, title }))}
      onRemove={(key) => setPlaces(places.filter((place) => place !== key))}
      empty="Todavía no ha elegido ninguno."
      words={{ remove: 'Quitar' }}
    />
  );
}
