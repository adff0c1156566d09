import { LongTable } from '../long-table.tsx';
import type { Specimen } from './specimen.ts';

const columns = [
  { key: 'place', title: 'Municipio', sortable: true },
  { key: 'people', title: 'Personas', figures: true, sortable: true },
  { key: 'reach', title: 'Sin canal', figures: true, sortable: true },
];
const rows = Array.from({ length: 5_000 }, (_, i) => ({
  key: `${i}`,
  cells: { place: `Municipio ${String(i + 1).padStart(4, '0')}`, people: (i * 7_919) % 41_203, reach: (i * 31) % 613 },
}));
const number = (n: number) => n.toLocaleString('es-ES', { useGrouping: true });

export const longTable: Specimen = {
  title: 'Tabla larga',
  file: 'ui/long-table.tsx',
  width: 960,
  states: [
    {
      name: '5.000 líneas',
      show: () => (
        <LongTable caption="Municipios" columns={columns} rows={rows} number={number} height={360} empty="" />
      ),
    },
    {
      name: 'vacía',
      show: () => (
        <LongTable
          caption="Municipios vacía"
          columns={columns}
          rows={[]}
          empty="Ningún municipio cumple la condición."
        />
      ),
    },
  ],
};
