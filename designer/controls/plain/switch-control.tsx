import type { Control } from '../control.ts';
import styles from '../controls.module.css';

/** Yes or no. */
export const switchControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, field, describedBy, context: { say } }) => (
    <label className={styles['check']}>
      <input
        id={id}
        type="checkbox"
        checked={(value ?? field.fallback) === true}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={describedBy}
      />
      {say('control.yes')}
    </label>
  ),
};
