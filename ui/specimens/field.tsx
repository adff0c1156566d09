import { ErrorSummary, Field } from '../field.tsx';
import { Select } from '../select.tsx';
import { TextArea } from '../text-area.tsx';
import type { Specimen } from './specimen.ts';

export const field: Specimen = {
  title: 'Campo de texto',
  file: 'ui/field.tsx',
  small: true,
  states: [
    { name: 'vacío', show: () => <Field label="Nombre del recorrido" /> },
    {
      name: 'con ayuda',
      show: () => (
        <Field label="Código SIA" hint="Siete cifras. Está en la ficha del procedimiento." inputMode="numeric" />
      ),
    },
    { name: 'escrito', show: () => <Field label="Nombre del recorrido" defaultValue="Beca comedor" /> },
    {
      name: 'con error',
      show: () => <Field label="Código SIA" defaultValue="12" error="El código SIA tiene siete cifras." />,
    },
    { name: 'no se puede cambiar', show: () => <Field label="Unidad" defaultValue="Emergencias" disabled /> },
    {
      name: 'varias líneas, con su cuenta',
      show: () => (
        <TextArea
          label="Texto del SMS"
          defaultValue="Protección Civil: incendio en Enguera. Salga ya hacia Anna por la CV-590."
          note="175 caracteres: 3 SMS, por la «ó» de «atención»."
        />
      ),
    },
    { name: 'varias líneas, con error', show: () => <TextArea label="Motivo" error="Escriba por qué lo devuelve." /> },
    {
      name: 'una lista corta',
      show: () => (
        <Select
          label="Idioma"
          defaultValue="ca"
          choices={[
            { value: 'es', title: 'Español', lang: 'es' },
            { value: 'ca', title: 'Català / Valencià', lang: 'ca' },
          ]}
        />
      ),
    },
    {
      name: 'lo que no se ha podido aceptar',
      show: () => (
        <ErrorSummary
          title="Faltan dos cosas"
          errors={[
            { field: 'a', sentence: 'El código SIA tiene siete cifras.' },
            { field: 'b', sentence: 'Escriba hasta cuándo vale el aviso.' },
          ]}
        />
      ),
    },
  ],
};
