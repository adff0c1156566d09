import { useState } from 'react';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { Field } from '../field.tsx';
import type { Specimen } from './specimen.ts';

export const dialog: Specimen = {
  title: 'Diálogo',
  file: 'ui/dialog.tsx',
  states: [
    { name: 'una pregunta', alone: true, show: () => <Question /> },
    { name: 'con error', alone: true, show: () => <Question error="Escriba el motivo: al menos tres letras." /> },
    { name: 'desde el pie', alone: true, show: () => <Question look="foot" /> },
  ],
};

function Question({ error, look = 'middle' }: { error?: string; look?: 'middle' | 'foot' }) {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Detener</Button>
      <Dialog title="Detener" open={open} onClose={() => setOpen(false)} look={look}>
        <p>Se retiran los mensajes que no han salido y las 4.172 personas acaban aquí. No se puede deshacer.</p>
        <Field label="Motivo (quedará anotado)" error={error} />
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button look="brake">Detener</Button>
          <Button look="quiet" onClick={() => setOpen(false)}>
            Dejarlo como está
          </Button>
        </div>
      </Dialog>
    </>
  );
}
