import { Phone } from '../phone.tsx';
import type { Specimen } from './specimen.ts';

const bubbles = [
  {
    key: '1',
    from: 'us' as const,
    text: 'Protección Civil: incendio en Enguera. Salga ya hacia Anna por la CV-590. Conteste 1 si se va, 2 si necesita ayuda, 3 si está a salvo.',
    time: '18:31',
    note: 'SMS',
  },
  { key: '2', from: 'them' as const, text: '2', time: '18:34' },
  {
    key: '3',
    from: 'us' as const,
    text: 'Vamos a buscarle. Si está en peligro, llame al 112.',
    time: '18:34',
    note: 'SMS',
  },
];

export const phone: Specimen = {
  title: 'Teléfono',
  file: 'ui/phone.tsx',
  states: [
    {
      name: 'en un simulacro',
      show: () => <Phone sender="112 GVA" label="Teléfono de prueba" drill="SIMULACRO" bubbles={bubbles} />,
    },
    {
      name: 'de verdad',
      show: () => <Phone sender="112 GVA" label="Teléfono" drill={null} bubbles={bubbles.slice(0, 1)} />,
    },
    { name: 'sin mensajes', show: () => <Phone sender="112 GVA" label="Teléfono vacío" drill={null} bubbles={[]} /> },
  ],
};
