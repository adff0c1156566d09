import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { textOf } from '../read-value.ts';

/** The type of an event: any name, with those that have been heard offered while typing. */
export const eventControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, field, problems, describedBy, context: { house } }) => (
    <>
      <input
        id={id}
        className={`${fieldStyles['input']} ${styles['mono']}`}
        value={textOf(value)}
        list={`${id}-known`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value === '' && field.optional ? undefined : event.target.value)}
        aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
        aria-describedby={describedBy}
      />
      <datalist id={`${id}-known`}>
        {house.events.map((event) => (
          <option key={event} value={event} />
        ))}
      </datalist>
    </>
  ),
};
