'use client';

import type { Control } from '../control.ts';
import { textOf } from '../read-value.ts';
import { PlacePicker } from './place-picker.tsx';

/** One municipality, found by its name. */
export const municipalityControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context }) => (
    <PlacePicker
      id={id}
      chosen={textOf(value) === '' ? [] : [textOf(value)]}
      onChange={(codes) => onChange(codes.at(-1))}
      labelledBy={`${id}-label`}
      describedBy={describedBy}
      context={context}
      single
    />
  ),
};
