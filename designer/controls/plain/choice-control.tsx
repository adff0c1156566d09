import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';

/** One of the values that the schema allows: all in sight when they are few. */
export const choiceControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, field, sayOption, describedBy, context: { say } }) => {
    const chosen = value ?? field.fallback;
    const options = field.optional && field.fallback === undefined ? ['', ...field.options] : field.options;
    const told = (option: string) => (option === '' ? say('control.as-journey') : sayOption(option));
    const choose = (option: string) => onChange(option === '' ? undefined : option);
    if (options.length > 4)
      return (
        <select
          id={id}
          className={fieldStyles['input']}
          value={typeof chosen === 'string' ? chosen : ''}
          onChange={(event) => choose(event.target.value)}
          aria-labelledby={`${id}-label`}
          aria-describedby={describedBy}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {told(option)}
            </option>
          ))}
        </select>
      );
    return (
      <div
        className={styles['radios']}
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy}
      >
        {options.map((option, i) => (
          <label key={option} className={styles['radio']}>
            <input
              id={i === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={(chosen ?? '') === option}
              onChange={() => choose(option)}
            />
            {told(option)}
          </label>
        ))}
      </div>
    );
  },
};
