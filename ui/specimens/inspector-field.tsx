import fieldStyles from '../field.module.css';
import { InspectorField } from '../inspector-field.tsx';
import type { Specimen } from './specimen.ts';

export const inspectorField: Specimen = {
  title: 'Campo del inspector',
  file: 'ui/inspector-field.tsx',
  small: true,
  states: [
    {
      name: 'normal, con ayuda',
      show: () => (
        <InspectorField
          id="i1"
          label="Nombre del paso"
          hint="Se ve en la tarjeta y en el informe."
          help={<p>Un nombre que diga qué pasa aquí, no cómo: «Segundo aviso».</p>}
          helpTitle="Ayuda"
        >
          <input id="i1" className={fieldStyles['input']} defaultValue="Segundo aviso" />
        </InspectorField>
      ),
    },
    {
      name: 'con algo que impide publicar',
      show: () => (
        <InspectorField
          id="i2"
          label="Equipo"
          problems={[{ severity: 'error', sentence: 'No hay ningún equipo «rescat».' }]}
          pending="sin guardar"
        >
          <input
            id="i2"
            className={fieldStyles['input']}
            defaultValue="rescat"
            aria-invalid
            aria-describedby="i2-error"
          />
        </InspectorField>
      ),
    },
    {
      name: 'con algo que conviene saber',
      show: () => (
        <InspectorField
          id="i3"
          label="Hasta cuándo se espera"
          problems={[{ severity: 'warning', sentence: '24 horas son muchas para una evacuación.' }]}
        >
          <input id="i3" className={fieldStyles['input']} defaultValue="24 horas" />
        </InspectorField>
      ),
    },
  ],
};
