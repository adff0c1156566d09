import { Button } from '../button.tsx';
import { ModeStrip } from '../mode-strip.tsx';
import type { Specimen } from './specimen.ts';

export const modeStrip: Specimen = {
  title: 'Banda de modo',
  file: 'ui/mode-strip.tsx',
  width: 960,
  states: [
    {
      name: 'simulacro',
      show: () => (
        <ModeStrip mode="drill" word="SIMULACRO">
          Es un simulacro. Nadie recibirá nada fuera de la pantalla de pruebas.
        </ModeStrip>
      ),
    },
    {
      name: 'emergencia, con su freno',
      show: () => (
        <ModeStrip mode="live" word="EMERGENCIA EN CURSO" end={<Button icon="pause">Pausar</Button>}>
          <a href="#main">Evacuación por incendio forestal</a>
        </ModeStrip>
      ),
    },
    {
      name: 'algo en marcha',
      show: () => (
        <ModeStrip mode="calm" word="EN MARCHA" end={<Button icon="pause">Pausar</Button>}>
          <a href="#main">Beca comedor</a> · 41.203 personas
        </ModeStrip>
      ),
    },
  ],
};
