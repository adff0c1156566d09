import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { recordOf, textOf } from '../read-value.ts';

const kinds = ['public-task', 'legal-obligation', 'vital-interest', 'consent'] as const;

/** The legal basis: which of RGPD art. 6.1, and the norm that gives it. */
export const basisControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context: { say } }) => {
    const basis = recordOf(value);
    return (
      <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        <select
          id={id}
          className={fieldStyles['input']}
          value={textOf(basis['kind'])}
          aria-label={say('control.basis-kind')}
          onChange={(event) =>
            onChange(event.target.value === '' ? undefined : { norm: '', ...basis, kind: event.target.value })
          }
        >
          <option value="">{say('control.choose')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`control.basis-${kind}`)}
            </option>
          ))}
        </select>
        {value !== undefined && (
          <textarea
            rows={2}
            className={fieldStyles['input']}
            value={textOf(basis['norm'])}
            aria-label={say('control.basis-norm')}
            placeholder={say('control.basis-norm')}
            onChange={(event) => onChange({ ...basis, norm: event.target.value })}
          />
        )}
        {basis['kind'] === 'consent' && <p className={styles['note']}>{say('control.basis-consent-means')}</p>}
      </div>
    );
  },
};
