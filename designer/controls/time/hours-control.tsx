import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { recordOf, textOf } from '../read-value.ts';

/** From when to when each day; over midnight where the end is the earlier. */
export const hoursControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, field, describedBy, context: { say } }) => {
    const hours = recordOf(value);
    if (value === undefined && field.optional)
      return (
        <Button id={id} look="quiet" icon="plus" onClick={() => onChange({ from: '22:00', to: '08:00' })}>
          {say('control.set-hours')}
        </Button>
      );
    return (
      <div className={styles['pair']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        {(['from', 'to'] as const).map((end, i) => (
          <input
            key={end}
            id={i === 0 ? id : undefined}
            type="time"
            className={fieldStyles['input']}
            value={textOf(hours[end])}
            aria-label={say(`control.hours-${end}`)}
            onChange={(event) => onChange({ ...hours, [end]: event.target.value })}
          />
        ))}
        {field.optional && (
          <Button look="quiet" onClick={() => onChange(undefined)}>
            {say('control.take-away')}
          </Button>
        )}
      </div>
    );
  },
};
