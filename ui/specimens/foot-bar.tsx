import { FootBar } from '../foot-bar.tsx';
import { Icon } from '../icon.tsx';
import { Unfold } from '../unfold.tsx';
import { PlainLink } from './plain-link.tsx';
import type { Specimen } from './specimen.ts';

export const footBar: Specimen = {
  title: 'Barra del pie',
  file: 'ui/foot-bar.tsx',
  states: [
    {
      name: 'solo en ventanas estrechas',
      show: () => (
        <FootBar
          label="Secciones"
          Link={PlainLink}
          items={[
            { label: 'Inicio', icon: 'home', href: '#inicio', current: true },
            { label: 'En marcha', icon: 'flow', href: '#en-marcha', current: false },
            { label: 'Visto bueno', icon: 'sign', href: '#visto-bueno', current: false, count: '3' },
            { label: 'Recorridos', icon: 'route', href: '#recorridos', current: false },
          ]}
          more={
            <Unfold
              id="foot-more"
              label="Más"
              look="foot"
              place="foot"
              trigger={
                <>
                  <Icon name="bars" />
                  Más
                </>
              }
            >
              <a href="#administracion">Administración</a>
            </Unfold>
          }
        />
      ),
    },
  ],
};
