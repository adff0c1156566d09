import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import { textOf } from '../read-value.ts';

/** A few lines of text. */
export const paragraphControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, field, problems, describedBy }) => (
    <textarea
      id={id}
      rows={3}
      className={fieldStyles['input']}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value === '' && field.optional ? undefined : event.target.value)}
      aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
      aria-describedby={describedBy}
    />
  ),
};
