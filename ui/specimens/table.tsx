import { Table } from '../table.tsx';
import { Waiting } from '../waiting.tsx';
import type { Specimen } from './specimen.ts';

const columns = [
  { key: 'channel', title: 'Canal', sortable: true },
  { key: 'handed', title: 'Entregados al operador', figures: true, sortable: true },
  { key: 'confirmed', title: 'Confirmados', figures: true, sortable: true },
  { key: 'unconfirmed', title: 'Sin confirmar', figures: true },
];
const rows = [
  { key: 'sms', cells: { channel: 'SMS', handed: 38_112, confirmed: 31_940, unconfirmed: 6_172 } },
  { key: 'voice', cells: { channel: 'Llamada', handed: 4_931, confirmed: 4_120, unconfirmed: 811 } },
  { key: 'push', cells: { channel: 'App', handed: 2_210, confirmed: 2_210, unconfirmed: 0 } },
];
const number = (n: number) => n.toLocaleString('es-ES', { useGrouping: true });

export const table: Specimen = {
  title: 'Tabla',
  file: 'ui/table.tsx',
  width: 960,
  states: [
    {
      name: 'normal',
      show: () => <Table caption="Mensajes por canal" columns={columns} rows={rows} number={number} />,
    },
    {
      name: 'vacía',
      show: () => (
        <Table
          caption="Mensajes por canal, vacía"
          columns={columns}
          rows={[]}
          empty="Todavía no ha salido ningún mensaje."
        />
      ),
    },
    { name: 'cargando', show: () => <Waiting>Contando los mensajes…</Waiting> },
  ],
};
