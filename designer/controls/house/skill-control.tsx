import fieldStyles from '#ui/field.module.css';
import { sayName } from '../../say.ts';
import type { Control } from '../control.ts';
import { textOf } from '../read-value.ts';

/** The team that does something: one of the house's, or one by its short name where the house keeps no list. */
export const skillControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, problems, describedBy, context: { house, say } }) => {
    const now = textOf(value);
    const invalid = problems.some(({ severity }) => severity === 'error') || undefined;
    if (house.skills.length === 0)
      return (
        <input
          id={id}
          className={fieldStyles['input']}
          value={now}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={invalid}
          aria-describedby={describedBy}
        />
      );
    const offered = now === '' || house.skills.includes(now) ? house.skills : [now, ...house.skills];
    return (
      <select
        id={id}
        className={fieldStyles['input']}
        value={now}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      >
        {now === '' && <option value="">{say('control.choose')}</option>}
        {offered.map((skill) => (
          <option key={skill} value={skill}>
            {sayName(say, 'skill', skill)}
          </option>
        ))}
      </select>
    );
  },
};
