import { Announcer, Toast, useAnnounce } from '../announcer.tsx';
import { Button } from '../button.tsx';
import type { Specimen } from './specimen.ts';

const nothing = () => undefined;

export const announcer: Specimen = {
  title: 'Aviso al pie',
  file: 'ui/announcer.tsx',
  states: [
    {
      name: 'una frase',
      show: () => <Toast said={{ sentence: 'En pausa. Nada más saldrá hasta que se reanude.' }} onClose={nothing} />,
    },
    {
      name: 'con algo que hacer: no caduca',
      show: () => (
        <Toast
          said={{
            sentence: 'Se ha borrado «Segundo aviso».',
            follow: { label: 'Deshacer', onAct: nothing, close: 'Cerrar' },
          }}
          onClose={nothing}
        />
      ),
    },
    {
      name: 'al pulsar',
      show: () => (
        <Announcer>
          <Say />
        </Announcer>
      ),
    },
  ],
};

function Say() {
  const announce = useAnnounce();
  return <Button onClick={() => announce('Reanudado.')}>Decir algo</Button>;
}
