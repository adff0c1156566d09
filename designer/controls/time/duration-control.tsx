import type { Control } from '../control.ts';
import { DurationInput } from './duration-input.tsx';

/** A length of time. */
export const durationControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, field, problems, describedBy, context: { say } }) => (
    <DurationInput
      id={id}
      value={value ?? field.fallback}
      onChange={onChange}
      labelledBy={`${id}-label`}
      describedBy={describedBy}
      invalid={problems.some(({ severity }) => severity === 'error')}
      say={say}
    />
  ),
};
