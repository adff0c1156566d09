import { Mailbox } from '../mailbox.tsx';
import type { Specimen } from './specimen.ts';

const mails = [
  {
    key: '1',
    from: 'becas@edu.example',
    subject: 'Se abre la beca comedor',
    text: 'Hola, Nora:\n\nDesde hoy y hasta el 14 de junio puede pedir la beca comedor de Iker.\n\nSi ya la ha pedido, no tiene que hacer nada.',
    time: '2 jun 2026, 9:00',
  },
  {
    key: '2',
    from: 'becas@edu.example',
    subject: 'Le quedan 10 días para la beca comedor',
    text: 'Hola, Nora',
    time: '28 may 2026, 9:00',
  },
];

export const mailbox: Specimen = {
  title: 'Buzón',
  file: 'ui/mailbox.tsx',
  states: [
    { name: 'en un simulacro', show: () => <Mailbox label="Buzón de prueba" mails={mails} drill="SIMULACRO" /> },
    { name: 'de verdad', show: () => <Mailbox label="Buzón" mails={mails.slice(0, 1)} drill={null} /> },
  ],
};
