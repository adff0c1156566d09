'use client';

import type { Control } from '../control.ts';
import { NumberInput } from './number-input.tsx';

/** A figure. */
export const numberControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, field, problems, describedBy }) => (
    <NumberInput
      id={id}
      value={value ?? field.fallback}
      onChange={onChange}
      width={120}
      aria-describedby={describedBy}
      aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
    />
  ),
};
