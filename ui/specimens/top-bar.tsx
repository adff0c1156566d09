import { Icon } from '../icon.tsx';
import { TopBar } from '../top-bar.tsx';
import { Unfold } from '../unfold.tsx';
import { PlainLink } from './plain-link.tsx';
import type { Specimen } from './specimen.ts';

export const topBar: Specimen = {
  title: 'Barra de arriba',
  file: 'ui/top-bar.tsx',
  width: 1_100,
  states: [
    {
      name: 'con unidad y persona',
      show: () => (
        <TopBar unit="Emergencias · Generalitat" home="Inicio" Link={PlainLink}>
          <Unfold
            id="top-me"
            label="Mi cuenta: Marta Soler"
            trigger={
              <>
                <Icon name="person" /> Marta Soler
              </>
            }
          >
            <a href="#ficha">Mi ficha</a>
          </Unfold>
        </TopBar>
      ),
    },
  ],
};
