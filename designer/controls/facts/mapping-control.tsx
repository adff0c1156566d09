import fieldStyles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { recordOf, textOf } from '../read-value.ts';

/** Which variables are filled from an answer, and where in it each value stands. */
export const mappingControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context: { say, journey } }) => {
    const lines = Object.entries(recordOf(value));
    const free = journey.variables.map(({ name }) => name).filter((name) => !lines.some(([known]) => known === name));
    const write = (next: [string, unknown][]) => onChange(Object.fromEntries(next));
    return (
      <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        {lines.map(([variable, at], i) => (
          <div key={variable} className={styles['pair']}>
            <code className={styles['name']}>{variable}</code>
            <input
              className={`${fieldStyles['input']} ${styles['mono']}`}
              value={textOf(at)}
              aria-label={say('control.where-in-answer', { variable })}
              onChange={(event) => write(lines.map((line, j) => (i === j ? [variable, event.target.value] : line)))}
            />
            <button
              type="button"
              className={styles['small']}
              aria-label={say('control.remove', { what: variable })}
              onClick={() => write(lines.filter((_, j) => j !== i))}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
        ))}
        <select
          id={id}
          className={fieldStyles['input']}
          value=""
          aria-label={say('control.add-variable')}
          disabled={free.length === 0}
          onChange={(event) => event.target.value !== '' && write([...lines, [event.target.value, '']])}
        >
          <option value="">{say(free.length === 0 ? 'control.no-variable' : 'control.add-variable')}</option>
          {free.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
    );
  },
};
