import { useState } from 'react';
import { Button } from '../button.tsx';
import { CommandPalette, type FoundGroup } from '../command-palette.tsx';
import type { Specimen } from './specimen.ts';

const groups: FoundGroup[] = [
  {
    key: 'acts',
    title: 'Hacer',
    found: [
      {
        key: 'a',
        title: 'Pausar «Evacuación por incendio forestal»',
        meta: 'En marcha desde las 21:55',
        icon: 'pause',
      },
      { key: 'b', title: 'Preparar una nueva alerta', icon: 'megaphone' },
    ],
  },
  {
    key: 'go',
    title: 'Ir a',
    found: [
      { key: 'c', title: 'En marcha', icon: 'flow' },
      { key: 'd', title: 'Evacuación por incendio forestal', meta: 'Recorrido, versión 4', icon: 'route' },
    ],
  },
];

export const commandPalette: Specimen = {
  title: 'Buscar y mandar (Ctrl K)',
  file: 'ui/command-palette.tsx',
  states: [
    { name: 'con resultados', alone: true, show: () => <Palette groups={groups} first="eva" status="4 resultados" /> },
    { name: 'buscando', alone: true, show: () => <Palette groups={[]} first="incen" status="Buscando…" /> },
    { name: 'nada encaja', alone: true, show: () => <Palette groups={[]} first="zzz" status="Ningún resultado" /> },
  ],
};

function Palette({ groups: found, first, status }: { groups: FoundGroup[]; first: string; status: string }) {
  const [open, setOpen] = useState(true);
  const [query, setQuery] = useState(first);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Abrir</Button>
      <CommandPalette
        open={open}
        onClose={() => setOpen(false)}
        query={query}
        onQuery={setQuery}
        groups={found}
        onChoose={() => setOpen(false)}
        status={status}
        words={{
          label: 'Buscar y mandar',
          found: 'Resultados',
          placeholder: 'Una página, un recorrido, un envío…',
          empty: status === 'Buscando…' ? status : 'Nada se llama así. Pruebe con otra palabra.',
          keys: 'flechas para elegir · Intro para ir',
        }}
      />
    </>
  );
}
