import { PasswordField } from '../password-field.tsx';
import type { Specimen } from './specimen.ts';

export const passwordField: Specimen = {
  title: 'Contraseña',
  file: 'ui/password-field.tsx',
  small: true,
  states: [
    { name: 'vacía', show: () => <PasswordField label="Contraseña" show="Mostrar la contraseña" /> },
    {
      name: 'con ayuda y escrita',
      show: () => (
        <PasswordField
          label="Contraseña nueva"
          hint="Al menos doce letras, cifras o signos."
          show="Mostrar la contraseña"
          defaultValue="cuatro palabras al azar"
        />
      ),
    },
    {
      name: 'con error',
      show: () => <PasswordField label="Contraseña" show="Mostrar la contraseña" error="Escriba su contraseña." />,
    },
  ],
};
