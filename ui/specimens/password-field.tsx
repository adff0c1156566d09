import { PasswordField } from '../password-field.tsx';
import type { Specimen } from './specimen.ts';

export const passwordField: Specimen = {
  title: 'Contraseña',
  file: 'ui/password-field.tsx',
  small: true,
  states: [
    { name: 'vacía', show: () => <PasswordField label="Contraseña" show="Mostrar la contraseña" /> },
    {
      name: 'con error',
      show: () => (
        <PasswordField
          label="Contraseña"
          show="Mostrar la contraseña"
          error="Esta contraseña la conocen los ladrones: elija otra."
        />
      ),
    },
  ],
};
