import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import { textOf } from '../read-value.ts';

/** One of the variables that the journey declares. */
export const variableControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, field, problems, describedBy, context: { journey, say } }) => {
    const now = textOf(value);
    const names = journey.variables.map(({ name }) => name);
    const offered = now === '' || names.includes(now) ? names : [now, ...names];
    return (
      <select
        id={id}
        className={fieldStyles['input']}
        value={now}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
        aria-describedby={describedBy}
      >
        {(now === '' || field.optional) && (
          <option value="">{say(field.optional ? 'control.none' : 'control.choose')}</option>
        )}
        {offered.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    );
  },
};
