import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import { textOf } from '../read-value.ts';

/** What data are used for: one of the purposes of the house's register, or none of them. */
export const purposeControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, problems, describedBy, context: { house, say } }) => {
    const now = textOf(value);
    // One that a file brought stays until somebody chooses another.
    const foreign = now === '' || house.purposes.some(({ code }) => code === now) ? [] : [{ code: now, title: now }];
    return (
      <select
        id={id}
        className={fieldStyles['input']}
        value={now}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
        aria-describedby={describedBy}
      >
        <option value="">{say('control.noPurpose')}</option>
        {[...foreign, ...house.purposes].map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </select>
    );
  },
};
