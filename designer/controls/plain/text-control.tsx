import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import { textOf } from '../read-value.ts';

/** A line of text; an empty one is nothing where nothing may be left. */
export const textControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, field, problems, describedBy }) => (
    <input
      id={id}
      className={fieldStyles['input']}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value === '' && field.optional ? undefined : event.target.value)}
      autoComplete="off"
      aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
      aria-describedby={describedBy}
    />
  ),
};
