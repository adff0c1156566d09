import { buttonClass } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import type { Specimen } from './specimen.ts';

export const emptyState: Specimen = {
  title: 'Nada todavía',
  file: 'ui/empty-state.tsx',
  states: [
    {
      name: 'río: recorridos',
      show: () => (
        <EmptyState
          action={
            <a href="#main" className={buttonClass('primary')}>
              Empezar con cinco preguntas
            </a>
          }
          example={<a href="#main">Ver ejemplos</a>}
        >
          Aún no hay recorridos. Empiece por la persona: ¿qué le pasa y qué necesita hacer?
        </EmptyState>
      ),
    },
    {
      name: 'regla: nada pendiente',
      show: () => (
        <EmptyState drawing="gauge">
          Nada pendiente. Si algo no se puede decidir solo, aparecerá aquí con su motivo.
        </EmptyState>
      ),
    },
    {
      name: 'puente: nadie espera',
      show: () => (
        <EmptyState drawing="bridge">
          No hay tareas abiertas. Cuando alguien pida ayuda, aparecerá aquí con su plazo.
        </EmptyState>
      ),
    },
    { name: 'sello: nada que firmar', show: () => <EmptyState drawing="seal">Nada espera su visto bueno.</EmptyState> },
  ],
};
